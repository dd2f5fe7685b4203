"""The month as JSON has the published shape, with and without anything in it."""

import pytest

from messages.figures.summary_forms import summary_json
from storage.queries.figures.summary import club_month
from tests.kit.golden_month import OCTOBER, write_golden_month
from tests.kit.schema import faults
from tests.kit.village import village
from tools.summary_schema import FILE, schema, written


def test_the_published_shape_is_the_one_in_use() -> None:
    assert FILE.read_text(encoding="utf-8") == written()


@pytest.mark.parametrize("is_golden", [True, False])
async def test_a_month_has_the_published_shape(sqlite_url: str, is_golden: bool) -> None:
    async with village(sqlite_url) as v:
        if is_golden:
            write_golden_month(v)
        found = v.store.change(club_month, v.club.club_id, OCTOBER, v.clock.now().date())
        assert found is not None
        data = summary_json(found.club_name, found.summary)
        shape = schema()
        assert list(faults(data, shape, shape)) == []
        del data["figures"]["fees"]["owed"]
        data["month"] = "10/2026"
        assert len(list(faults(data, shape, shape))) == 2


async def test_the_indicators_are_those_of_the_sheets(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_month(v)
        found = v.store.change(club_month, v.club.club_id, OCTOBER, v.clock.now().date())
        assert found is not None
        listed = summary_json(found.club_name, found.summary)["indicators"]
        values = {(each["code"], each["about"]): (each["value"], each["before"]) for each in listed}
        assert values["fund_closing", "income"] == (43_042_000, 41_000_000)
        assert values["fees_owed", ""] == (190_000, 160_000)
        assert values["meeting_held_on", ""] == ("2026-10-24", "2026-09-24")
        assert values["area", "CSSK"] == (2, 0)
        assert len(values) == len(listed)
