"""`lien outbox`: what did not arrive is named with its reason, sent again or dropped by number."""

import json
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.command_line import main
from bot.knocking import Knocker
from storage.tables.chats import chats, outbox
from tests.kit.village import Village, village

SECRET = "Dạ cháu chào bác"


def last_letter(v: Village, key: str) -> int:
    with v.store.reading() as db:
        chat = select(chats.c.id).where(chats.c.key == key).scalar_subquery()
        wanted = select(outbox.c.id).where(outbox.c.chat_id == chat).order_by(outbox.c.id.desc())
        return int(db.execute(wanted.limit(1)).scalar_one())


def becomes(v: Village, number: int, state: str, **values: Any) -> None:
    with v.store.writing() as db:
        db.execute(update(outbox).where(outbox.c.id == number).values(state=state, **values))


def state_of(v: Village, number: int) -> str:
    with v.store.reading() as db:
        return str(db.execute(select(outbox.c.state).where(outbox.c.id == number)).scalar_one())


@pytest.fixture
def settings(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIEN_DATABASE_URL", database_url)


@pytest.mark.usefixtures("settings")
async def test_a_dead_message_is_named_and_comes_at_the_next_knock(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with village(database_url) as v:
        said = await v.hoa.says("menu")
        number = last_letter(v, v.hoa.key)
        becomes(v, number, "dead", why="the messenger refused it")
        assert main(["outbox"]) == 0
        listed = capsys.readouterr().out
        assert str(number) in listed
        assert "the messenger refused it" in listed
        assert SECRET not in listed
        before = len(v.hoa.messages)
        assert main(["outbox", "retry", str(number)]) == 0
        assert "1 message will be sent again" in capsys.readouterr().out
        await Knocker(v.house).knock()
        await v.house.until_idle()
        assert len(v.hoa.messages) == before + 1
        assert v.hoa.heard == said
        assert state_of(v, number) == "sent"
        assert main(["outbox", "retry", str(number)]) == 1
        assert "it was sent or dropped" in capsys.readouterr().out


@pytest.mark.usefixtures("settings")
async def test_what_may_have_arrived_goes_again_only_when_that_is_said(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with village(database_url) as v:
        await v.hoa.says("menu")
        number = last_letter(v, v.hoa.key)
        becomes(v, number, "unknown", why="no answer came")
        assert main(["outbox", "retry", str(number)]) == 1
        assert "it may have arrived" in capsys.readouterr().out
        assert state_of(v, number) == "unknown"
        assert main(["outbox", "retry", str(number), "--even-unknown"]) == 0
        assert "may get it twice" in capsys.readouterr().out
        await Knocker(v.house).knock()
        await v.house.until_idle()
        assert state_of(v, number) == "sent"
        assert "gửi lại" in v.hoa.heard


@pytest.mark.usefixtures("settings")
async def test_dropped_messages_are_on_no_list(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with village(database_url) as v:
        await v.hoa.says("menu")
        becomes(v, last_letter(v, v.hoa.key), "dead", why="refused")
        assert main(["outbox", "drop", "--all-dead"]) == 0
        assert "1 message dropped" in capsys.readouterr().out
        assert main(["outbox", "--as", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == {"counts": [], "messages": []}
        assert main(["outbox"]) == 0
        assert "everything has arrived" in capsys.readouterr().out


@pytest.mark.usefixtures("settings")
async def test_nothing_is_put_back_for_a_chat_that_is_closed_to_us(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with village(database_url) as v:
        await v.hoa.says("menu")
        number = last_letter(v, v.hoa.key)
        becomes(v, number, "dead", why="blocked")
        with v.store.writing() as db:
            db.execute(update(chats).where(chats.c.key == v.hoa.key).values(unreachable="blocked"))
        assert main(["outbox", "retry", "--all-dead"]) == 0
        assert "0 messages will be sent again" in capsys.readouterr().out
        assert main(["outbox", "retry", str(number)]) == 1
        assert "cannot be reached" in capsys.readouterr().out


@pytest.mark.usefixtures("settings")
async def test_one_club_one_kind_and_a_list_for_machines(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with village(database_url) as v:
        for phone in (v.hoa, v.lan):
            await phone.says("menu")
            becomes(v, last_letter(v, phone.key), "dead", why="refused")
        hoas, lans = last_letter(v, v.hoa.key), last_letter(v, v.lan.key)
        becomes(v, lans, "dead", kind="notice")
        with v.store.writing() as db:
            here = update(chats).where(chats.c.key == v.hoa.key)
            db.execute(here.values(club_id=v.club.club_id))
            db.execute(update(chats).where(chats.c.key == v.lan.key).values(club_id=None))
        assert main(["outbox", "--club", str(v.club.club_id), "--json"]) == 0
        listed = json.loads(capsys.readouterr().out)
        assert [each["id"] for each in listed["messages"]] == [hoas]
        assert listed["messages"][0]["club_id"] == v.club.club_id
        assert main(["outbox", "retry", "--all-dead", "--kind", "notice"]) == 0
        assert "1 message will be sent again" in capsys.readouterr().out
        assert (state_of(v, hoas), state_of(v, lans)) == ("dead", "waiting")


@pytest.mark.parametrize(
    "asked",
    [
        *(["outbox", "retry"], ["outbox", "drop", "7", "--all-dead"], ["outbox", "list", "7"]),
        *(
            ["outbox", "retry", "--all-dead", "--club", "1"],
            ["outbox", "drop", "7", "--kind=reply"],
        ),
    ],
)
@pytest.mark.usefixtures("settings")
def test_an_order_without_sense_is_answered_in_one_line(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == 2
    assert capsys.readouterr().err.count("\n") == 1
