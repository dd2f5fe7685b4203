"""What has to be true after a story of kills: at the phones, in the books, of every update."""

from bisect import bisect
from collections import Counter

from sqlalchemy import Connection, func, select

from club.money import Money
from messages.formats import money
from storage.tables.books import declarations, postings, transactions
from storage.tables.chats import inbox, outbox
from storage.tables.people import members, persons
from tests.kit.telegram_person import Person, Seen
from tests.stories.crowd import AGAIN, PUSHED, without_mark
from tests.stories.kill_story import Story

FIRST_UPDATE_ID = 700_000_001


def check_phones(story: Story) -> None:
    """At most one repeated reply per chat and kill, said to be one; nothing pushed comes twice."""
    for phone in story.phones:
        sent = [event for event in phone.chat.events if event.kind == "sent"]
        # What was on the wire at a kill arrives a moment after it: lives are told apart by starts.
        repeats = Counter(
            bisect(story.started_at, event.at)
            for event in sent
            if Seen(event.message).text.startswith(AGAIN)
        )
        if len(story.programs) == 1:
            assert repeats[1] == 0, phone.transcript
            assert not repeats or max(repeats.values()) == 1, phone.transcript
        # What a dead one of several had is taken up a while later, maybe after the next start.
        assert repeats.total() <= story.kills, phone.transcript
        _check_no_silent_repeat(phone, [Seen(event.message) for event in sent])


def _check_no_silent_repeat(phone: Person, messages: list[Seen]) -> None:
    plain = [each for each in messages if not each.text.startswith(AGAIN)]
    again = [each for each in messages if each.text.startswith(AGAIN)]
    times = Counter(without_mark(each) for each in plain if "That button" not in each.text)
    for said, how_often in times.items():
        assert how_often == 1, f"{said} came {how_often} times:\n{phone.transcript}"
    assert not [each for each in again if any(phrase in each.text for phrase in PUSHED)]


def check_books(story: Story, db: Connection) -> None:
    """Each confirmed talk is in the books exactly once, and none is there twice."""
    asked = _times(db, select(persons.c.name).join(members, members.c.person_id == persons.c.id))
    taken_in = _times(
        db,
        select(persons.c.name)
        .join(members, members.c.person_id == persons.c.id)
        .where(members.c.state == "member"),
    )
    told = _times(db, select(declarations.c.amount))
    booked = _times(
        db,
        select(postings.c.amount).where(postings.c.account == "cash", postings.c.amount > Money(0)),
    )
    for kept, seen in (
        (asked, story.crowd.joined),
        (taken_in, story.crowd.taken_in),
        (told, story.crowd.given),
        (booked, story.crowd.booked),
    ):
        assert max(kept.values(), default=0) <= 1, kept.most_common(3)
        assert set(seen) <= set(kept), sorted(set(seen) - set(kept))
        assert max(Counter(seen).values(), default=0) <= 1
    sums = db.execute(
        select(func.sum(postings.c.amount)).group_by(postings.c.transaction_id)
    ).scalars()
    assert set(sums) <= {Money(0)}
    assert db.execute(select(func.count()).select_from(transactions)).scalar_one() >= len(booked)


def _times(db: Connection, query: object) -> Counter[str]:
    found = db.execute(query).scalars()  # type: ignore[call-overload]
    return Counter(money(each) if isinstance(each, Money) else str(each) for each in found)


def check_nothing_is_lost(story: Story, db: Connection) -> None:
    """Every update was attended to; every letter arrived, or is named unknown."""
    states = Counter(db.execute(select(inbox.c.state)).scalars())
    made = story.server.queue.next_update_id - FIRST_UPDATE_ID
    assert states["done"] + states["aside"] == made, (states, made)
    # One that was under way at three kills is set aside, and its person was told.
    assert states["aside"] == story.crowd.apologies <= story.kills // 3, states
    letters = Counter(tuple(row) for row in db.execute(select(outbox.c.kind, outbox.c.state)))
    assert {state for _, state in letters} <= {"sent", "unknown"}, letters
    assert letters["reply", "unknown"] == 0, letters
    pushed_again = select(outbox.c.id).where(outbox.c.again, outbox.c.kind != "reply")
    assert db.execute(pushed_again).all() == []
    assert letters["notice", "unknown"] <= 40 * story.kills, letters
