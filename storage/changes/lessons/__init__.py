"""Lessons about the phone and a greener life."""
