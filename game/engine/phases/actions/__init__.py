"""What a rule of the rival may do: one module for each family of actions, one entry for each action."""
