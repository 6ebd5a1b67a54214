"""The host of a class or an exercise: one match over HTTP and WebSocket, every order on disk before it is acknowledged.

See README.md for what is stored where, whom it trusts with what, and what to do when the laptop dies.
"""
