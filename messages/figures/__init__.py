"""The month in figures, and areas of clubs."""
