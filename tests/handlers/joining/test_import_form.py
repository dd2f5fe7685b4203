"""The form for the paper books goes out in the chat, to those who keep the books."""

from club.importing import Incoming
from messages.papers.import_form import XLSX, import_form
from messages.papers.kinds import PAPERS, drawn
from messages.sheets.files import read_sheets
from messages.sheets.incoming import read_incoming
from messages.wording import LANGUAGES, Words
from storage.queries.web import web_file
from tests.kit.village import village


async def test_the_chair_gets_the_form_as_a_file(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        heard = await v.binh.says("mẫu sổ giấy")
        assert "Dạ, đây là mẫu để chép sổ giấy" in heard
        assert "gõ “số dư”" in heard
        with v.store.reading() as db:
            kept = web_file(db, v.binh.key, v.binh.papers[-1].id)
        assert kept is not None
        assert kept.mime == XLSX
        assert next(each.name for each in read_sheets(kept.content)) == "Hướng dẫn"
        assert "mẫu" not in await v.hoa.says("mẫu sổ giấy")


def test_the_file_is_an_empty_form_and_the_same_each_time() -> None:
    assert import_form.name in PAPERS
    for language in LANGUAGES:
        words = Words(language)
        file = drawn(import_form(), words)
        assert file.file_name.isascii()
        assert file.file_name.endswith(".xlsx")
        assert file.content == drawn(import_form(), words).content
        from datetime import date

        found = read_incoming(read_sheets(file.content), date(2026, 11, 22))
        assert found.incoming == Incoming()
