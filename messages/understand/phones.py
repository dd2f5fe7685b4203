"""Interim stand-in until the reader of phone numbers is written; may be overwritten."""

import re

from messages.understand.readings import Reading, Unclear, Value, Why


def read_phone(text: str) -> Reading[str]:
    digits = re.sub(r"\D", "", text)
    return Value("+84" + digits[1:]) if len(digits) == 10 else Unclear(Why.NOT_A_PHONE)
