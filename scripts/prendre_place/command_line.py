"""How messages name the command, so that it can be typed as it is said."""

PROGRAM = ".venv/bin/prendre-place"
"""From the folder of the project, where `make` has installed it."""
