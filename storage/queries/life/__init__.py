"""The eight areas, care, health and sudden difficulty."""
