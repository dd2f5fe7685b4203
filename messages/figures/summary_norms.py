"""The national norms as plain sentences: what is reached, what is aimed at in both periods."""

from club.money import Money
from club.summary.norms import NormCode, NormResult, Range, SelfCheck, Standing
from messages.moments import Moment, Spoken, moment
from messages.wording import Words

_NO_VERDICT = (Standing.NOT_KNOWN, Standing.NOT_STATED)
"""The value or the aim says so itself."""
_YES_OR_NO = (NormCode.MEETINGS, NormCode.BOARD_TRAINED)


@moment("summary.norms_intro")
def norms_intro(words: Words) -> str:
    return words.say("Compared with the national norms, for both periods of the project:")


@moment("summary.norm_title")
def norm_title(words: Words, code: str, older_from: int) -> str:
    names = {
        NormCode.MEMBERS: words.say("Members"),
        NormCode.OLDER_PERCENT: words.say("Members from {age} on", age=older_from),
        NormCode.OLDER_WOMEN_PERCENT: words.say("Women among those from {age} on", age=older_from),
        NormCode.LENDING_FUND_DONG: words.say("Income-generation fund"),
        NormCode.BORROWERS_IN_NEED_PERCENT: words.say("Of those in need, with a loan"),
        NormCode.AREAS: words.say("Areas worked on"),
        NormCode.MEETINGS: words.say("Meeting of the month held"),
        NormCode.BOARD_TRAINED: words.say("Board trained this year"),
        NormCode.HOME_CARE_VOLUNTEERS: words.say("Volunteers for care at home"),
        NormCode.PEOPLE_HELPED: words.say("People helped in the month"),
    }
    return names[NormCode(code)]


@moment("summary.norm_value")
def norm_value(words: Words, code: str, value: int | None) -> str:
    """The value in its unit: percent, sums, yes or no, a plain number."""
    which = NormCode(code)
    if value is None:
        return words.say("not known")
    if which in _YES_OR_NO:
        return words.say("yes") if value else words.say("not yet")
    if which is NormCode.LENDING_FUND_DONG:
        return words.shown(Money(value))
    return f"{value}%" if which.value.endswith("_percent") else str(value)


@moment("summary.norm_aim")
def norm_aim(words: Words, code: str, lowest: int | None, highest: int | None) -> str:
    """What a period states: "from 50 to 70", "at least 5", "not stated"."""
    if lowest is None:
        return words.say("not stated")
    which = NormCode(code)
    if which in _YES_OR_NO:
        return words.say("yes")
    if which is NormCode.LENDING_FUND_DONG:
        return words.say("at least {least}", least=Money(lowest))
    sign = "%" if which.value.endswith("_percent") else ""
    if highest is not None:
        return words.say("from {least} to {most}", least=lowest, most=f"{highest}{sign}")
    if which is NormCode.AREAS:
        return str(lowest)
    return words.say("at least {least}", least=f"{lowest}{sign}")


@moment("summary.norm_verdict")
def norm_verdict(words: Words, code: str, standing: str, missing: int) -> str:
    """Whether the norm is reached, in words: a sign alone leaves too much to guess."""
    match Standing(standing):
        case Standing.WITHIN:
            return words.say("reached")
        case Standing.ABOVE:
            return words.say("more than the norm")
        case Standing.BELOW if NormCode(code) in _YES_OR_NO:
            return words.say("not reached yet")
        case Standing.BELOW:
            lacking = norm_value.write(words, code, missing)
            return words.say("not reached yet, {lacking} short", lacking=lacking)
        case Standing.NOT_KNOWN:
            return words.say("not known")
    return words.say("not stated")


@moment("summary.norm_check")
def norm_check(  # noqa: PLR0917 – one sentence, seven facts
    words: Words,
    sign: str,
    name: Spoken,
    value: Spoken,
    first: Spoken,
    second: Spoken,
    source: str,
    verdict: Spoken = "",
) -> str:
    reached = words.say("{sign} {name}: {value}", sign=sign, name=name, value=value)
    if verdict:
        reached = words.say("{reached} – {verdict}", reached=reached, verdict=verdict)
    if str(first) == str(second):
        aim = words.say("• norm 2025–2035: {aim}", aim=first)
    else:
        aim = words.say(
            "• norm 2025–2030: {first}; 2030–2035: {second}", first=first, second=second
        )
    return f"{reached}\n{aim} ({source})"


SIGNS = {
    Standing.BELOW: "✗",
    Standing.WITHIN: "✓",
    Standing.ABOVE: "✓",
    Standing.NOT_KNOWN: "?",
    Standing.NOT_STATED: "•",
}


def check_line(check: SelfCheck) -> Moment:
    """One norm of the self-check; the sign goes by the period that states it first."""
    first, second = check.first, check.second
    return norm_check(
        sign=SIGNS[first.standing],
        name=title_of(first),
        value=value_of(first),
        first=aim_of(first),
        second=aim_of(second),
        source=first.source,
        verdict="" if first.standing in _NO_VERDICT else verdict_of(first),
    )


def verdict_of(result: NormResult) -> Moment:
    return norm_verdict(
        code=result.code.value, standing=result.standing.value, missing=result.missing
    )


def title_of(result: NormResult) -> Moment:
    return norm_title(code=result.code.value, older_from=result.older_from)


def value_of(result: NormResult) -> Moment:
    return norm_value(code=result.code.value, value=result.value)


def aim_of(result: NormResult) -> Moment:
    stated = result.stated or Range(0)
    lowest = None if result.stated is None else stated.lowest
    return norm_aim(code=result.code.value, lowest=lowest, highest=stated.highest)
