"""Tables of players: who leads each seat, by doctrine or by plan, and what comes of it under many seeds, in batches."""
