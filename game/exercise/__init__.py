"""What control plans and does in an exercise: the event list (MSEL), read, checked, and run.

An event list is a table that people keep in a spreadsheet. Every cell of it stays as text beside what is read from it,
so that a list goes in and out without loss; see `columns` for what each column means.
"""
