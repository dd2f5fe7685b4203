"""A made-up country: clubs of any number that have lived, for measuring and trying out."""
