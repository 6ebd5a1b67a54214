"""Records in words: one catalogue, one number writer, for a language and a reader."""
