"""What must be true after a year of reminders, whoever was killed and whatever failed."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from sqlalchemy import select

from bot.channels.telegram.sending import TelegramChannel
from club.reminders import Kind, may_go_out
from messages.cards import card_of
from messages.own.addressing import words_for
from messages.render import render
from storage import outbox as post
from storage.tables.chats import outbox
from storage.tables.people import members
from tests.kit.killed_year import CHAT_GAP_SECONDS, PER_SECOND, KilledYear
from tests.kit.planned import ZONE
from tests.kit.telegram_wire import Request
from tests.kit.year_people import owed

CLOCK_INACCURACY_SECONDS = 0.005


def check(year: KilledYear) -> None:
    """All that was promised."""
    check_at_most_once(year)
    check_quiet_times(year)
    check_phones(year)
    check_each_due_one_is_accounted_for(year)
    check_words_to_many(year)
    check_rate(year)


def check_at_most_once(year: KilledYear) -> None:
    """Per person, kind and period at most one is sent, or may have been."""
    keys: Counter[tuple[Any, ...]] = Counter()
    for row in year.letters():
        if row.state in {"sent", "unknown"}:
            mine = (row.club_id, row.person_id, row.kind, row.subject, row.period)
            keys[mine if row.broadcast_id is None else (row.broadcast_id, row.of_many)] += 1
    assert set(keys.values()) == {1}, [key for key, times in keys.items() if times > 1]


def check_quiet_times(year: KilledYear) -> None:
    """Nothing was begun in one, by the clock that everybody had."""
    for row in year.letters():
        if row.begun_at is not None:
            assert may_go_out(Kind(row.kind), row.begun_at.astimezone(ZONE)), row


def check_phones(year: KilledYear) -> None:
    """Whatever is known to be there is at the phones, and nothing more than may be."""
    known, maybe = _sent_texts(year)
    arrived = Counter(
        (str(chat.chat_id), str(event.message.get("text")))
        for chat in year.server.world.chats.values()
        for event in chat.events
        if event.kind == "sent"
    )
    assert not known - arrived
    assert not arrived - (known + maybe)


def _sent_texts(year: KilledYear) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """By chat and words: those that are known to have arrived, and those that may have."""
    known, maybe = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    can = TelegramChannel(year.server.url, year.server.token).abilities
    columns = (outbox.c.chat_id, outbox.c.card, outbox.c.state, outbox.c.again)
    with year.v.store.reading() as db:
        for row in db.execute(select(*columns).where(outbox.c.state.in_(("sent", "unknown")))):
            hearer = post.hearer_in(db, row.chat_id)
            words = words_for(hearer)
            shown = render(card_of(row.card), words, can, again=row.again)
            (known if row.state == "sent" else maybe)[hearer.key, shown.text] += 1
    return known, maybe


def check_each_due_one_is_accounted_for(year: KilledYear) -> None:
    """Whatever the club's calendar owes is there, and all of it is sent or says why not."""
    due = [row for row in year.planned() if row.due]
    assert not [row for row in due if row.state == "planned"]
    assert all(row.why for row in due if row.state not in {"queued"})
    letters = year.letters()
    assert {row.state for row in letters} <= {"sent", "unknown", "dead", "dropped"}
    assert all(row.why for row in letters if row.state != "sent")
    there = Counter((row.kind, row.person_id) for row in due)
    must = owed(year.v, _members(year), year.v.clock.now())
    told_beforehand = {kind for kind, _ in must}
    there = Counter({key: each for key, each in there.items() if key[0] in told_beforehand})
    assert there == must, (there - must, must - there)


def _members(year: KilledYear) -> list[int]:
    with year.v.store.reading() as db:
        return list(db.execute(select(members.c.person_id)).scalars())


def check_words_to_many(year: KilledYear) -> None:
    """Each came to its end."""
    assert {row.state for row in year.to_many()} <= {"done"}


# The rate


def sent_by_itself(year: KilledYear) -> list[Request]:
    """Every request to send something that nobody had just asked for."""
    asked = {number for began, ended in year.talks for number in range(began, ended)}
    return [
        each
        for number, each in enumerate(year.server.requests)
        if each.method == "sendmessage" and number not in asked
    ]


def check_rate(year: KilledYear) -> None:
    """Never more than the bot may send within any second, nor one chat twice within its rest."""
    assert most_in_a_second(each.at for each in sent_by_itself(year)) <= PER_SECOND
    assert shortest_rest(year) >= CHAT_GAP_SECONDS - CLOCK_INACCURACY_SECONDS


def most_in_a_second(moments: Iterable[float]) -> int:
    """The most within any second, wherever it begins."""
    times = sorted(moments)
    return max(bisect_left(times, each + 1.0) - number for number, each in enumerate(times))


def shortest_rest(year: KilledYear) -> float:
    """The shortest time, in seconds, between two such messages to one chat."""
    chats: dict[str, list[float]] = defaultdict(list)
    for each in sent_by_itself(year):
        chats[str(each.values["chat_id"])].append(each.at)
    return min(later - earlier for times in chats.values() for earlier, later in pairwise(times))


# What happened, to be shown


def counts(year: KilledYear) -> list[str]:
    """In lines: what was due and became of it, what the Bot API said, how fast it went."""
    database = "SQLite, one process" if year.v.store.on_sqlite else "PostgreSQL, two processes"
    due = [row for row in year.planned() if row.due]
    letters = year.letters()
    answers = Counter(each.status for each in sent_by_itself(year))
    fastest = most_in_a_second(each.at for each in sent_by_itself(year))
    return [
        f"{database}: {year.kills} killed, {year.in_the_middle} of them as a message arrived",
        f"{len(due)} reminders due, {len({row.kind for row in due})} kinds, "
        f"{len({row.person_id for row in due})} people",
        "not queued: " + _listed((row.state, row.why) for row in due if row.state != "queued"),
        f"{len(letters)} letters: " + _listed((row.state, row.why) for row in letters),
        f"{len(year.to_many())} words to many",
        "the Bot API answered: " + _listed((each or "nothing",) for each in answers.elements()),
        f"at most {fastest} of {PER_SECOND} in a second, "
        f"{shortest_rest(year):.3f} s between two to one chat",
    ]


def _listed(found: Iterable[tuple[Any, ...]]) -> str:
    times = Counter(": ".join(str(part) for part in each if part) for each in found)
    return ", ".join(f"{number} {what}" for what, number in sorted(times.items()))
