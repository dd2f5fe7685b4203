"""A certificate of hours: asked for, issued, verified by anybody."""

from datetime import date

from messages.moments import Spoken, moment
from messages.volunteers.sessions import length
from messages.wording import Words


@moment("certificate.title")
def title(words: Words) -> str:
    return words.say("Certificate of my hours")


@moment("certificate.which_time")
def which_time(words: Words) -> str:
    return words.say("For which time?")


@moment("certificate.span")
def span(words: Words, span: str, year: int) -> str:
    names = {
        "all": words.say("From the beginning until now"),
        "year": words.say("This year, {year}", year=str(year)),
        "last_year": words.say("Last year, {year}", year=str(year)),
    }
    return names[span]


@moment("certificate.no_hours_yet")
def no_hours_yet(words: Words) -> str:
    return words.say(
        "You have no hours yet on which both sides agree. After your first session I can write"
        " the certificate."
    )


@moment("certificate.read_back")
def read_back(  # noqa: PLR0917 – a read-back shows everything
    words: Words, name: str, sessions: int, minutes: int, from_day: date, to_day: date
) -> str:
    lines = [
        words.say("The certificate says:"),
        words.say("• Name: {name}", name=name),
        words.say("• From {from_day} to {to_day}", from_day=from_day, to_day=to_day),
        words.plural("• One session", "• {count} sessions", sessions),
        words.say("• Time helped: {length}", length=length(words, minutes)),
        words.say("Is everything correct?"),
    ]
    return "\n".join(lines)


@moment("certificate.not_issued")
def not_issued(words: Words) -> str:
    return words.say(
        "Then I have issued nothing. If hours are missing or wrong, you can say so at the session."
    )


@moment("certificate.issued")
def issued(words: Words, code: str) -> str:
    return words.say(
        "Here is your certificate. Thank you for helping! Whoever wants to verify it types to me: "
        "{command}",
        command=words.say("verify {code}", code=code),
    )


@moment("certificate.board_hears")
def board_hears(words: Words, name: str, minutes: int) -> str:
    return words.say(
        "{name} has received a certificate of the club for {length}.",
        name=name,
        length=length(words, minutes),
    )


# Verifying


@moment("certificate.verify_title")
def verify_title(words: Words) -> str:
    return words.say("Verify a certificate")


@moment("certificate.which_code")
def which_code(words: Words) -> str:
    return words.say("Please type the certificate's code: three groups of four letters or digits.")


@moment("certificate.valid")
def valid(  # noqa: PLR0917 – what anybody may know of it
    words: Words,
    code: str,
    initials: str,
    minutes: int,
    sessions: int,
    from_day: date,
    to_day: date,
    issued_on: date,
    holds: bool,
) -> str:
    if holds:
        first = words.say("The certificate {code} is valid.", code=code)
    else:
        first = words.say(
            "The certificate {code} was issued, but its hours were corrected later: it has been "
            "replaced. Please ask for the new one.",
            code=code,
        )
    lines = [
        first,
        words.say("• Name, in short: {initials}", initials=initials or "–"),
        words.say("• From {from_day} to {to_day}", from_day=from_day, to_day=to_day),
        words.plural("• One session", "• {count} sessions", sessions),
        words.say("• Time helped: {length}", length=length(words, minutes)),
        words.say("• Issued on {day}", day=issued_on),
    ]
    return "\n".join(lines)


@moment("certificate.unknown")
def unknown(words: Words, code: str) -> str:
    return words.say(
        "I know no certificate with the code “{code}”. Please compare it once more with the paper.",
        code=code,
    )


@moment("certificate.line")
def line(words: Words, topic: Spoken, title: str) -> str:
    """A session on the paper."""
    return words.say("{topic}: {title}", topic=topic, title=title) if title else str(topic)
