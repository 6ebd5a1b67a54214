"""What a nation may order: one module a kind, one check for screen, doctrine, server and engine."""
