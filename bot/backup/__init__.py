"""Backups: one sealed file with every row, made while the program is at work, put back whole."""
