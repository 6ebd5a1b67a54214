"""From checked records to the arrays of a `World`: one module a group of them."""
