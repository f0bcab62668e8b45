"""How messages name the command, so that it can be typed as it is said."""

PROGRAM = "./prendre-place"
"""From the folder of the project, whatever is installed there or not."""
