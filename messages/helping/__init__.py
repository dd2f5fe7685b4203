"""Typing and signing for somebody without a phone."""
