"""Many matches at once: ensembles, the back-test, levers, calibration, and pictures of the model."""
