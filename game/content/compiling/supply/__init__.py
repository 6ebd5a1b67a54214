"""A rule set of the second edition turned into the records that `game.economy` plays."""
