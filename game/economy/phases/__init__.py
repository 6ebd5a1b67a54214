"""The phases of a month, one idea a module; each says what it takes and gives."""
