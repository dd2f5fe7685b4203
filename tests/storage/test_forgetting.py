"""What people wrote is forgotten in time; what became of it stays."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, insert, select

from storage.changes.inserting import inserted
from storage.changes.members.enter_member import NewMember, enter_person
from storage.forgetting import forget
from storage.page_sessions import begin_session
from storage.store import Store
from storage.tables.chats import chats, dialogues, inbox, outbox, web_messages

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def chat(db: Connection, key: str, *, known: bool) -> int:
    person = NewMember("Nguyễn Thị Hoa", 1952, "female", NOW.date())
    return inserted(
        db,
        chats,
        channel="web",
        key=key,
        created_at=NOW,
        person_id=enter_person(db, person, NOW) if known else None,
    )


def left(store: Store, query: object) -> list[tuple[object, ...]]:
    with store.reading() as db:
        return [tuple(row) for row in db.execute(query)]  # type: ignore[call-overload]


def forgotten(store: Store) -> int:
    return store.change(forget, NOW)


@pytest.mark.parametrize(
    ("state", "days", "kept"),
    [
        ("done", 6, [("done", "{}")]),
        ("done", 8, []),
        ("aside", 6, [("aside", "{}")]),
        ("aside", 8, [("aside", None)]),
        ("waiting", 100, [("waiting", "{}")]),
    ],
)
def test_raw_messages_go_after_a_week(
    database_url: str, state: str, days: int, kept: list[tuple[object, ...]]
) -> None:
    store = Store(database_url)
    with store.writing() as db:
        db.execute(
            insert(inbox).values(
                channel="web",
                update_key="1",
                chat_id=chat(db, "a", known=True),
                raw="{}",
                state=state,
                run=1,
                received_at=NOW - timedelta(days=days),
            )
        )
    assert forgotten(store) == (days > 7 and state != "waiting")
    assert forgotten(store) == 0
    assert left(store, select(inbox.c.state, inbox.c.raw)) == kept
    store.close_now()


@pytest.mark.parametrize(
    ("state", "known", "days", "stays"),
    [
        ("sent", True, 29, True),
        ("sent", True, 31, False),
        ("sent", False, 6, True),
        ("sent", False, 8, False),
        ("unknown", True, 31, False),
        ("waiting", True, 31, True),
        ("sending", True, 31, True),
    ],
)
def test_what_was_said_to_somebody_goes_after_a_month(
    database_url: str, state: str, known: bool, days: int, stays: bool
) -> None:
    store = Store(database_url)
    with store.writing() as db:
        db.execute(
            insert(outbox).values(
                id=1,
                chat_id=chat(db, "a", known=known),
                kind="reply",
                card={"a": 1},
                state=state,
                run=1,
                made_at=NOW - timedelta(days=days),
            )
        )
    forgotten(store)
    assert left(store, select(outbox.c.state, outbox.c.card)) == [
        (state, {"a": 1} if stays else None)
    ]
    store.close_now()


@pytest.mark.parametrize(
    ("place", "known", "days", "stays"),
    [
        ("done", True, 29, True),
        ("done", True, 31, False),
        ("parked", True, 31, False),
        ("front", False, 6, True),
        ("front", False, 8, False),
    ],
)
def test_dialogues_go_after_a_month_and_those_of_strangers_after_a_week(
    database_url: str, place: str, known: bool, days: int, stays: bool
) -> None:
    store = Store(database_url)
    with store.writing() as db:
        db.execute(
            insert(dialogues).values(
                id=1,
                chat_id=chat(db, "a", known=known),
                name="join",
                place=place,
                state={},
                started_at=NOW - timedelta(days=days),
                touched_at=NOW - timedelta(days=days),
            )
        )
    forgotten(store)
    assert left(store, select(dialogues.c.place)) == ([(place,)] if stays else [])
    store.close_now()


@pytest.mark.parametrize(
    ("known", "days", "kept"), [(True, 29, 1), (True, 31, 0), (False, 6, 1), (False, 8, 0)]
)
def test_what_lay_on_the_members_page_goes_as_letters_do(
    database_url: str, known: bool, days: int, kept: int
) -> None:
    store = Store(database_url)
    with store.writing() as db:
        line = {"from_person": True, "text": "50 nghìn", "rows": [], "update_key": "k"}
        at = NOW - timedelta(days=days)
        db.execute(insert(web_messages).values(chat_id=chat(db, "w1", known=known), at=at, **line))
    forgotten(store)
    assert len(left(store, select(web_messages.c.id))) == kept
    store.close_now()


def test_a_page_nobody_visits_any_more_is_no_way_to_reach_somebody(database_url: str) -> None:
    store = Store(database_url)
    with store.writing() as db:
        begin_session(db, chat(db, "gone", known=True), "a secret", NOW - timedelta(days=91))
        begin_session(db, chat(db, "used", known=True), "another", NOW - timedelta(days=89))
    forgotten(store)
    reachable = select(chats.c.key).where(chats.c.unreachable.is_(None))
    assert left(store, reachable) == [("used",)]
    store.close_now()
