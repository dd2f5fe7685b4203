"""The readers of short answers: yes and no, choices, the words that work everywhere."""

from messages.understand.choices import read_choice
from messages.understand.reserved import Reserved, reserved_word
from messages.understand.yes_no import read_yes_no, says_right

__all__ = ["Reserved", "read_choice", "read_yes_no", "reserved_word", "says_right"]
