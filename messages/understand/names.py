"""Interim stand-in until the reader of names is written; may be overwritten."""

from messages.understand.readings import Reading, Value


def read_name(text: str) -> Reading[str]:
    return Value(text.strip().title())
