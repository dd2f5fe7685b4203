"""A volunteer's certificate of hours as a PDF, in the usual official layout."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from messages.formats import short_day
from messages.papers.kinds import PDF, Drawn, paper
from messages.papers.sheets import Heading, place_and_day
from messages.papers.typesetting import as_pdf
from messages.sessions import length
from messages.wording import Words


@paper("certificate")
def certificate(
    words: Words, *, club: str, commune: str, day: date, name: str, from_day: date, to_day: date,
    minutes: int, lines: Sequence[Any], chair: str, code: str,
) -> Drawn:  # fmt: skip
    """lines: day, what, the club that was helped, minutes; `code` as ABCD-EFGH-JKMN."""
    title = words.say("CERTIFICATE")
    clubs = list(dict.fromkeys(each[2] for each in lines))
    data = {
        "language": words.language,
        "above": commune.upper(),
        "club": club.upper(),
        "nation": words.say("SOCIALIST REPUBLIC OF VIET NAM"),
        "motto": words.say("Independence – Freedom – Happiness"),
        "place_and_day": place_and_day(words, Heading(club=club, commune=commune, day=day)),
        "title": title,
        "under_title": words.say("Time given as a young volunteer to help older people"),
        "issuer": words.say("The board of {club} certifies that", club=club),
        "name": name,
        "text": words.plural(
            "has helped older people of {clubs}, from {from_day} to {to_day}, in one session:",
            "has helped older people of {clubs}, from {from_day} to {to_day}, in {count} sessions:",
            len(lines),
            clubs=", ".join(clubs),
            from_day=short_day(from_day),
            to_day=short_day(to_day),
        ),
        "total": length(words, minutes),
        "total_label": words.say("Time helped, in all"),
        "columns": [
            words.say("Row"),
            words.say("Day"),
            words.say("What"),
            words.say("Club"),
            words.say("Time"),
        ],
        "rows": [
            [str(number), short_day(on), str(what), of, length(words, given)]
            for number, (on, what, of, given) in enumerate(lines, start=1)
        ],
        "sum": [words.say("All"), length(words, minutes)],
        "agreed": words.say("Only time on which the volunteer and those who were helped agree."),
        "signs": words.say("For the board, the chair"),
        "sign_hint": words.say("(sign, full name)"),
        "chair": chair,
        "code_label": words.say("Code"),
        "code": code,
        "verify": [
            words.say("To verify, type to Liên:"),
            words.say("verify {code}", code=code),
        ],
        "page": words.say("Page"),
    }
    file_name = "certificate-" if words.language == "en" else "giay-chung-nhan-"
    return Drawn(as_pdf("certificate.typ", data), f"{file_name}{code}.pdf", PDF, title)
