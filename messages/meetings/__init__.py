"""Meetings, who comes, what was said."""
