"""The files of a rule set of the second edition, which `game.economy` plays: goods, processes, sites, users, trade."""
