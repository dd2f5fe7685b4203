"""What people's words mean: pure functions from what was typed to a value, readings or a reason."""

from messages.understand.answers import Reserved, read_choice, read_yes_no, reserved_word
from messages.understand.dates import read_birth_year, read_day, read_month, read_time
from messages.understand.distress import cries_for_help
from messages.understand.money import read_money, unusual
from messages.understand.names import read_name
from messages.understand.phones import read_phone
from messages.understand.plain import bare, plain
from messages.understand.readings import Either, Reading, Unclear, Value, Why
from messages.understand.spell import in_words, in_words_en

__all__ = [
    "Either",
    "Reading",
    "Reserved",
    "Unclear",
    "Value",
    "Why",
    "bare",
    "cries_for_help",
    "in_words",
    "in_words_en",
    "plain",
    "read_birth_year",
    "read_choice",
    "read_day",
    "read_money",
    "read_month",
    "read_name",
    "read_phone",
    "read_time",
    "read_yes_no",
    "reserved_word",
    "unusual",
]
