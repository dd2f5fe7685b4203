"""The log: one line a record, nothing that a person said, never the token."""

import io
import json
import logging
import re
from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.log_lines import write_log_lines
from tests.kit.telegram_server import TOKEN


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """The log as it is written; the root logger is put back afterwards."""
    root, ours = logging.getLogger(), logging.getLogger("lien")
    before = (list(root.handlers), root.level, ours.level)
    written = io.StringIO()
    write_log_lines(written)
    yield written
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])


def fail() -> None:
    raise ValueError("Nguyễn Thị Hoa, 0912 345 678")


def test_a_record_is_one_line_with_the_time_in_utc(lines: io.StringIO) -> None:
    logging.getLogger("lien.core").info("first\nsecond\r")
    written = lines.getvalue()
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO lien\.core: first \| second \n", written
    )


def test_of_an_exception_the_kind_and_the_place_are_told_but_not_its_text(
    lines: io.StringIO,
) -> None:
    try:
        fail()
    except ValueError:
        logging.getLogger("lien").exception("a fault")
    written = lines.getvalue()
    assert written.count("\n") == 1
    assert "ValueError at" in written
    assert "test_log_lines.py" in written
    assert "Hoa" not in written
    assert "0912" not in written


def test_faults_in_a_group_are_all_told(lines: io.StringIO) -> None:
    try:
        try:
            fail()
        except ValueError as error:
            raise ExceptionGroup("Hoa", [error, KeyError("Hoa")]) from None
    except ExceptionGroup:
        logging.getLogger("lien").exception("faults")
    written = lines.getvalue()
    assert "ExceptionGroup at" in written
    assert "ValueError at" in written
    assert "KeyError at" in written
    assert "Hoa" not in written


def test_the_token_never_shows(lines: io.StringIO) -> None:
    logging.getLogger("somewhere").warning("POST https://host/bot%s/getMe failed", TOKEN)
    assert TOKEN not in lines.getvalue()
    assert "(token)" in lines.getvalue()


def test_as_json_each_line_is_an_object_that_hides_the_same(lines: io.StringIO) -> None:
    write_log_lines(lines, form="json")
    logging.getLogger("lien.core").info("first\nsecond %s", TOKEN)
    try:
        fail()
    except ValueError:
        logging.getLogger("lien").exception("a fault")
    one, two = (json.loads(line) for line in lines.getvalue().splitlines())
    assert one["said"] == "first\nsecond (token)"
    assert (one["level"], one["where"]) == ("INFO", "lien.core")
    assert datetime.fromisoformat(one["time"]).tzinfo is not None
    assert "ValueError at" in two["fault"]
    assert "Hoa" not in lines.getvalue()


def test_libraries_speak_only_when_something_is_wrong(lines: io.StringIO) -> None:
    logging.getLogger("aiohttp.access").info("GET /")
    assert lines.getvalue() == ""
