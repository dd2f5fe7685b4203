"""Words to many and offices that wait on a new account."""

from sqlalchemy import update

from storage.tables.chats import chats
from tests.handlers.settings.test_broadcast import TEXT, heard_it, knock, second_club
from tests.kit.village import village


async def test_a_word_to_boards_goes_to_no_account_on_which_the_office_waits(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        second_club(v)
        with v.store.writing() as db:
            new = update(chats).where(chats.c.person_id.in_([v.giang.person_id, v.lan.person_id]))
            db.execute(new.values(offices_wait=True))
        for said in ("nhắn các câu lạc bộ", "1", TEXT, "đúng"):
            await v.nga.says(said)
        await knock(v)
        assert heard_it(v) == {"binh", "cuc", "dao", "em", "nga"}
        for said in ("nhắn cả câu lạc bộ", "1", TEXT, "đúng"):
            await v.binh.says(said)
        await knock(v)
        assert {"giang", "lan"} <= heard_it(v)  # as members
