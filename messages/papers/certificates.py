"""A volunteer's certificate of hours as a PDF, in the usual official layout."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from messages.formats import short_day
from messages.papers.kinds import PDF, Drawn, paper
from messages.papers.sheets import Heading, place_and_day
from messages.papers.typesetting import as_pdf
from messages.volunteers.sessions import length
from messages.wording import Words


@paper("certificate")
def certificate(
    words: Words, *, club: str, commune: str, day: date, name: str, from_day: date, to_day: date,
    minutes: int, lines: Sequence[Any], chair: str, code: str,
) -> Drawn:  # fmt: skip
    """lines: day, what, the club that was helped, minutes; `code` as ABCD-EFGH-JKMN."""
    heading = Heading(club=club, commune=commune, day=day)
    data = {
        **_head(words, heading),
        "name": name,
        "text": _what_for(words, lines, short_day(from_day), short_day(to_day)),
        "total": length(words, minutes),
        "total_label": words.say("Time helped, in all"),
        **_table(words, lines),
        "sum": [words.say("All"), length(words, minutes)],
        "agreed": words.say("Only time on which the volunteer and those who were helped agree."),
        **_foot(words, chair, code),
    }
    file_name = "certificate-" if words.language == "en" else "giay-chung-nhan-"
    return Drawn(as_pdf("certificate.typ", data), f"{file_name}{code}.pdf", PDF, data["title"])


def _head(words: Words, heading: Heading) -> dict[str, Any]:
    return {
        "language": words.language,
        "above": heading.commune.upper(),
        "club": heading.club.upper(),
        "nation": words.say("SOCIALIST REPUBLIC OF VIET NAM"),
        "motto": words.say("Independence – Freedom – Happiness"),
        "place_and_day": place_and_day(words, heading),
        "title": words.say("CERTIFICATE"),
        "under_title": words.say("Time given as a young volunteer to help older people"),
        "issuer": words.say("The board of {club} certifies that", club=heading.club),
    }


def _what_for(words: Words, lines: Sequence[Any], from_day: str, to_day: str) -> str:
    return words.plural(
        "has helped older people of {clubs}, from {from_day} to {to_day}, in one session:",
        "has helped older people of {clubs}, from {from_day} to {to_day}, in {count} sessions:",
        len(lines),
        clubs=", ".join(dict.fromkeys(each[2] for each in lines)),
        from_day=from_day,
        to_day=to_day,
    )


def _table(words: Words, lines: Sequence[Any]) -> dict[str, Any]:
    """The clubs have a column only where there are several: of one the text above has told."""
    of_several = len({of for _, _, of, _ in lines}) > 1
    club = [words.say("Club")] if of_several else []
    return {
        "columns": [
            words.say("Row"),
            words.say("Day"),
            words.say("What"),
            *club,
            words.say("Time"),
        ],
        "rows": [
            [
                str(number),
                short_day(on),
                str(what),
                *([of] if of_several else []),
                length(words, given),
            ]
            for number, (on, what, of, given) in enumerate(lines, start=1)
        ],
    }


def _foot(words: Words, chair: str, code: str) -> dict[str, Any]:
    return {
        "signs": words.say("For the board, the chair"),
        "sign_hint": words.say("(sign, full name)"),
        "chair": chair,
        "code_label": words.say("Code"),
        "code": code,
        "verify": [words.say("To verify, type to Liên:"), words.say("verify {code}", code=code)],
        "page": words.say("Page"),
    }
