"""The form: what it was filled with comes back equal, and words never become formulas."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from club.importing import Incoming
from messages.sheets.files import read_sheets
from messages.sheets.form import form
from messages.sheets.incoming import FileRead, read_incoming
from messages.wording import LANGUAGES, Words
from tests.kit.paper_rows import FILES, TODAY


def _without_places(incoming: Incoming) -> str:
    return re.sub(r"At\(sheet='[^']*', row=[0-9]+\)", "At", repr(incoming))


@settings(max_examples=30)
@given(FILES, st.sampled_from(LANGUAGES))
def test_what_the_form_was_filled_with_comes_back_equal(incoming: Incoming, language: str) -> None:
    file = read_incoming(read_sheets(form(Words(language), incoming)), TODAY)
    assert file.faults == ()
    assert file.formulas == 0
    assert _without_places(file.incoming) == _without_places(incoming.as_consented())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_form_holds_four_empty_lists_and_a_guide(language: str) -> None:
    file = read_incoming(read_sheets(form(Words(language))), TODAY)
    assert file == FileRead(Incoming(), (), (), 0)
