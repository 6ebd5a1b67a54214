"""The window: screens, panels, map and charts, drawn with pygame."""
