"""Every dialogue there is, walked on Zalo by its own HTTP, in both languages, papers by links."""

import faulthandler
from collections.abc import Callable
from pathlib import Path

import pytest

from handlers.dialogue.engine import SCRIPTS
from tests.kit.all_walks import everything_walked
from tests.kit.lending import check_books
from tests.kit.village import BOARD, MEMBERS
from tests.kit.walker import Walker, Way
from tests.kit.wired_village import wired_village
from tests.kit.zalo_server import LONGEST_TEXT

EVERYBODY = (*BOARD, *MEMBERS, "quan", "la")


@pytest.mark.long
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_every_dialogue_on_zalo(
    tmp_path: Path, record_property: Callable[[str, object], None], language: str
) -> None:
    faulthandler.cancel_dump_traceback_later()  # minutes are no sign of hanging here
    url = f"sqlite:///{tmp_path}/walked.db"
    async with wired_village(url, zalo=EVERYBODY, new_on="zalo", language=language) as v:
        walker = Walker(v, Way.NUMBERS, language)
        await everything_walked(v, walker)
        assert set(SCRIPTS) - walker.done == set(), "a new dialogue needs a walk"
        check_books(v)
        with v.store.reading() as db:
            assert db.exec_driver_sql("SELECT kind, trace FROM faults").all() == []
        assert v.wires is not None
        sent = [each for each in v.wires.zalo.sent if each.method != "getWebhookInfo"]
        assert [each for each in sent if each.status != 200] == []
        assert max(len(each.values.get("text", "")) for each in sent) <= LONGEST_TEXT
        links = sum(len(each.papers) for each in v.phones.values())
        assert links >= 5
        done = f"{len(walker.done)} dialogues on Zalo ({language})"
        record_property("story", f"{done}: {len(sent)} requests, {links} links")
