"""`lien outbox`: what did not arrive or still waits, and why; sent again or dropped by number."""

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import get_args

from bot.clock import Clock
from bot.commands.existing import existing_store
from bot.settings import Settings, WrongSetting
from storage import outbox_mending
from storage.letter_kinds import LetterKind
from storage.queries.outgoing import (
    OPEN_STATES,
    Count,
    Outgoing,
    numbers_there,
    outgoing,
    outgoing_counts,
)
from storage.store import Store

MOST_LISTED = 50
HIGHEST = 2**63 - 1


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "order", nargs="?", choices=("list", "retry", "drop"), default="list", help="default: list"
    )
    parser.add_argument("numbers", nargs="*", type=_number, metavar="N", help="messages by number")
    parser.add_argument("--state", choices=OPEN_STATES, help="list only these")
    parser.add_argument(
        "--kind", choices=get_args(LetterKind), help="only these; with --all-dead too"
    )
    parser.add_argument("--club", type=_number, metavar="N", help="list only those of this club")
    parser.add_argument("--all-dead", action="store_true", help="retry or drop every dead message")
    parser.add_argument(
        "--even-unknown",
        action="store_true",
        help="retry also what may have arrived; the person may get it twice",
    )
    parser.add_argument("--as", dest="form", choices=("text", "json"), default="text")
    parser.add_argument("--json", dest="form", action="store_const", const="json")
    parser.epilog = (
        "dead: the messenger will not take it. unknown: it may have arrived, so it is never sent "
        "again by itself; its person is on the board's list to phone. Nothing of what a message "
        "says is shown. All of it may be done while lien run is at work: what is to be sent again "
        "goes within a minute."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    _must_make_sense(asked)
    with existing_store(settings) as store:
        _must_be_there(store, asked.numbers)
        match asked.order:
            case "retry":
                return _retry(store, asked)
            case "drop":
                return _drop(store, asked)
        return _list(store, asked)


def _must_make_sense(asked: argparse.Namespace) -> None:
    if asked.order == "list":
        if asked.numbers or asked.all_dead or asked.even_unknown:
            raise WrongSetting("a list takes no numbers; right would be lien outbox retry 17 18")
    elif bool(asked.numbers) == asked.all_dead:
        raise WrongSetting(
            f"lien outbox {asked.order} takes the numbers of messages, or --all-dead"
        )
    elif asked.club is not None or (asked.kind is not None and not asked.all_dead):
        raise WrongSetting("--club is for lists, --kind for lists and --all-dead")


def _must_be_there(store: Store, numbers: list[int]) -> None:
    """A number that is none is a slip: nothing is done until all of them are right."""
    if not numbers:
        return
    with store.reading() as db:
        there = numbers_there(db, numbers)
    wrong = [str(each) for each in sorted(set(numbers) - there)]
    if wrong:
        raise WrongSetting(
            f"there is no message {', '.join(wrong)}; nothing was done, lien outbox lists what is"
        )


def _retry(store: Store, asked: argparse.Namespace) -> int:
    wanted = None if asked.all_dead else asked.numbers
    done = store.change(
        lambda db: outbox_mending.send_again(
            db, wanted, kind=asked.kind, even_unknown=asked.even_unknown
        )
    )
    print(f"{_messages(len(done))} will be sent again, within a minute while lien run is at work")
    if asked.even_unknown and done:
        print("what was unknown may be there already: its person may get it twice, and is told so")
    return _left_over(store, wanted, done)


def _drop(store: Store, asked: argparse.Namespace) -> int:
    wanted = None if asked.all_dead else asked.numbers
    done = store.change(lambda db: outbox_mending.let_be(db, wanted, kind=asked.kind))
    print(f"{_messages(len(done))} dropped")
    return _left_over(store, wanted, done)


def _left_over(store: Store, wanted: list[int] | None, done: list[int]) -> int:
    """Says of each number that was named why nothing was done with it."""
    left = sorted(set(wanted or ()) - set(done))
    if not left:
        return 0
    with store.reading() as db:
        known = {each.id: each for each in outgoing(db)}
    for number in left:
        print(f"{number}: {_why_not(known.get(number))}")
    return 1


def _why_not(found: Outgoing | None) -> str:
    if found is None:
        return "it was sent or dropped already"
    if found.state == "unknown":
        return "it may have arrived; --even-unknown sends it again all the same"
    if found.state == "dead":
        return "its chat cannot be reached, or its words are gone after 30 days"
    return f"it is {found.state}"


def _list(store: Store, asked: argparse.Namespace) -> int:
    states = OPEN_STATES if asked.state is None else (asked.state,)
    with store.reading() as db:
        counts = outgoing_counts(db, states, kind=asked.kind, club=asked.club)
        found = outgoing(db, states, kind=asked.kind, club=asked.club, most=MOST_LISTED)
    print(as_json(counts, found) if asked.form == "json" else as_text(counts, found, _now()))
    return 0


def as_text(counts: list[Count], found: list[Outgoing], now: datetime) -> str:
    """How many of each sort, then the oldest of them one by one."""
    if not counts:
        return "everything has arrived: nothing is dead, unknown or waiting"
    total = sum(each.messages for each in counts)
    lines = [
        f"{each.messages:7}  {each.state:8} {each.kind:10} oldest {_age(now - each.oldest)}"
        f"{_because(each.why)}"
        for each in counts
    ]
    heading = "number  state    kind       about              club   chat  since             tries"
    rows = [
        f"{each.id:6}  {each.state:8} {each.kind:10} {each.about or '-':17} "
        f"{each.club_id or '-':>5} {each.chat_id:6}"
        f"  {each.made_at:%Y-%m-%d %H:%M}  {each.tries:5}{_because(each.why)}"
        for each in found
    ]
    more = [f"… and {total - len(found)} more"] if total > len(found) else []
    return "\n".join([*lines, "", heading, *rows, *more])


def as_json(counts: Iterable[Count], found: Iterable[Outgoing]) -> str:
    """The same for machines."""
    whole = {
        "counts": [asdict(each) for each in counts],
        "messages": [asdict(each) for each in found],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_written)


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    raise TypeError(type(value).__name__)


def _because(why: str | None) -> str:
    return f"  {why}" if why else ""


def _age(age: timedelta) -> str:
    minutes = max(0, round(age.total_seconds() / 60))
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"


def _messages(count: int) -> str:
    return "1 message" if count == 1 else f"{count} messages"


def _now() -> datetime:
    return Clock().now()


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= HIGHEST):
        raise argparse.ArgumentTypeError("a message has a number: 1, 2, 3 …")
    return int(text)
