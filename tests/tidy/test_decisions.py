"""The records of decisions: one number each, none missing, and every one that is named is there."""

import re

from tests.kit.sources import ROOT

RECORDS = sorted((ROOT / "docs/decisions").glob("*.md"))
NAMED = re.compile(r"decisions?[/ ](\d{1,4})(?:-[a-z0-9-]+)?\b")
READ_FIRST = ("README.md", "CHANGELOG.md", "docs/ARCHITECTURE.md", "docs/PAGE.md", "docs/VOICE.md")


def test_each_decision_has_a_number_of_its_own_and_none_is_missing() -> None:
    numbers = [int(each.name[:4]) for each in RECORDS]
    assert numbers == list(range(1, len(RECORDS) + 1))


def test_every_decision_that_is_named_is_there() -> None:
    named = {
        int(number)
        for file in (*(ROOT / each for each in READ_FIRST), *RECORDS)
        for number in NAMED.findall(file.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= {int(each.name[:4]) for each in RECORDS}
