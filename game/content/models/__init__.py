"""The format of the rule files: one module a subject, each with an example in its docstring."""
