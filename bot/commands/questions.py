"""`lien questions`: which questions people do not understand, the worst first."""

import argparse
import json

from bot.commands.existing import existing_store
from bot.settings import Settings
from club.calendar import Month
from storage.queries.question_counts import QuestionCount, questions_counted

HEADLINE = "share  asked  1st  2nd  3rd  given up  question (commonest reason)"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", dest="form", choices=("text", "json"), default="text")
    parser.add_argument("--since", type=_month, metavar="MONTH", help="for example 2026-10")
    parser.epilog = (
        "Counted are how often a question was asked, misunderstood for the first, second and "
        "third time, and left unanswered after that; never what was typed. Practice clubs are "
        "left out."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    with existing_store(settings) as store, store.reading() as db:
        found = questions_counted(db, "" if asked.since is None else str(asked.since))
    print(as_json(found) if asked.form == "json" else as_text(found))
    return 0


def as_text(found: list[QuestionCount]) -> str:
    """A table, the worst question first."""
    if not found:
        return "no question has been counted yet"
    since = min(each.since for each in found)
    return "\n".join([f"since {since}", HEADLINE, *(_line(each) for each in found)])


def _line(each: QuestionCount) -> str:
    reason = f" ({each.reasons[0][0]})" if each.reasons else ""
    return (
        f"{each.share_percent:4} % {each.asked:6} {each.first:4} {each.second:4} {each.third:4}"
        f" {each.given_up:9}  {each.dialogue}: {each.question}{reason}"
    )


def as_json(found: list[QuestionCount]) -> str:
    """The same for machines."""
    lines = [
        {
            "dialogue": each.dialogue,
            "question": each.question,
            "since": each.since,
            "asked": each.asked,
            "misunderstood": {"first": each.first, "second": each.second, "third": each.third},
            "given_up": each.given_up,
            "share_percent": each.share_percent,
            "reasons": dict(each.reasons),
        }
        for each in found
    ]
    return json.dumps(lines, ensure_ascii=False, indent=2)


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a month is written like 2026-10") from None
