"""What may be done to a session: one module for each family of acts, one entry in the registry for each act."""
