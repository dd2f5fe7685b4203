"""What holds for all indicators, all next steps and all sheets of a month, whatever is added."""

import io

import openpyxl
import pytest
from pypdf import PdfReader

from club.calendar import Month
from club.summary.indicators import FUND_INDICATORS, INDICATORS
from club.summary.next_steps import Step
from handlers.dialogue.engine import SCRIPTS
from handlers.entrances import SCREENS
from handlers.figures.summary import done_by
from messages.figures.summary_definitions import definition
from messages.figures.summary_names import indicator_name
from messages.moments import written
from messages.papers.kinds import drawn
from messages.papers.poster import poster_of
from messages.papers.summaries import PAPERS_OF_A_MONTH
from messages.presses import ScreenPress, StartPress
from messages.wording import LANGUAGES, Words
from storage.queries.figures.digest import digest_of
from tests.handlers.figures.test_golden_year import made_of, month_of
from tests.kit.golden_year import AFTER_IT, LAST, write_golden_year
from tests.kit.village import village

CODES = [*(each.code for each in INDICATORS), *FUND_INDICATORS, "area"]
LONGEST_LINE = 115


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_has_its_own_name_and_says_in_one_line_how_it_is_counted(
    language: str,
) -> None:
    words = Words(language)
    names = [written(indicator_name(code=each), words) for each in CODES]
    rules = [written(definition(code=each), words) for each in CODES]
    assert len(set(CODES)) == len(set(names)) == len(CODES)
    for rule in rules:
        assert rule.endswith(".")
        assert "\n" not in rule
        assert len(rule) <= LONGEST_LINE, rule


@pytest.mark.parametrize("step", Step)
def test_every_next_step_is_a_tap_away(step: Step) -> None:
    press = done_by(step, Month(2026, 10))
    match press:
        case StartPress(name):
            assert name in SCRIPTS
        case ScreenPress(name):
            assert name in SCREENS
        case _:
            raise AssertionError(press)


async def test_the_fonts_of_all_pages_are_in_the_file(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_year(v)
        with v.store.reading() as db:
            news = digest_of(db, v.club.club_id, LAST, today=AFTER_IT, now=v.clock.now())
        assert news is not None
        papers = [PAPERS_OF_A_MONTH["pdf"](made_of(v, LAST)), poster_of(news, "Xã Mỹ Đức")]
        for paper in papers:
            for page in PdfReader(io.BytesIO(drawn(paper, Words()).content)).pages:
                assert {each for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
                        for each in _files(font.get_object())} == {True}  # fmt: skip


def _files(font) -> list[bool]:  # type: ignore[no-untyped-def]
    """Whether each part of a font lies in the file itself."""
    parts = [each.get_object() for each in font.get("/DescendantFonts", [font])]
    return [
        any(key.startswith("/FontFile") for key in each["/FontDescriptor"].get_object())
        for each in parts
    ]


async def test_every_sheet_is_ready_to_print_and_no_heading_scrolls_away(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        write_golden_year(v)
        assert month_of(v, LAST).found.summary.figures.held is not None
        content = drawn(PAPERS_OF_A_MONTH["xlsx"](made_of(v, LAST)), Words()).content
        for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
            assert sheet.freeze_panes == "B4"
            assert sheet.page_setup.orientation == "landscape"
            assert sheet.print_title_rows == "$3:$3"
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            widths = {name: column.width for name, column in sheet.column_dimensions.items()}
            assert all(9 <= width < 72 for width in widths.values())
            assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
