"""The register: every table there is, and what of it is personal."""

from club.personal_data.books import BOOKS
from club.personal_data.held import Held
from club.personal_data.people import PEOPLE
from club.personal_data.program import PROGRAM
from club.personal_data.talk import TALK
from club.personal_data.village_life import LIFE

REGISTER: dict[str, Held] = {each.table: each for each in (*PEOPLE, *TALK, *LIFE, *BOOKS, *PROGRAM)}
