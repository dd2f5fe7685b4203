"""The readers of days, months, hours and years of birth, in one place to import from."""

from messages.understand.birth import read_birth_year
from messages.understand.days import read_day
from messages.understand.months import read_month
from messages.understand.times import read_time

__all__ = ["read_birth_year", "read_day", "read_month", "read_time"]
