"""Nations played by the program, led by rules written in YAML."""
