"""The phases of one month, one idea a module; `game.engine.step` gives their order."""
