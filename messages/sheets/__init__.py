"""Spreadsheets: reading what a club hands in, and writing the form that it fills in."""
