"""The economy of goods and processes: what is wanted, made, traded, stored and paid, month by month.

A rule set is a `World`, a match a `State`: numpy records whose fields are declared once, with unit and meaning. The
month is written once as loops over them, and played plain or compiled.
"""
