"""A sentence for every reason why a row cannot be taken over."""

from collections.abc import Callable, Mapping

from club.importing import Reason
from messages.wording import Words

Sentence = Callable[[Words, Mapping[str, str]], str]

SENTENCES: Mapping[Reason, Sentence] = {
    Reason.MISSING: lambda w, v: w.say("nothing stands here; right would be: {example}", **v),
    Reason.NOT_UNDERSTOOD: lambda w, v: w.say(
        "“{said}” cannot be understood; right would be: {example}", **v
    ),
    Reason.TWO_READINGS: lambda w, v: w.say(
        "“{said}” could be {readings}; please write which", **v
    ),
    Reason.NOT_WHOLE: lambda w, v: w.say("{said} is no whole number of đồng", **v),
    Reason.TOO_SMALL: lambda w, v: w.say(
        "{said} đồng is too little to be meant; please write all digits: {example}", **v
    ),
    Reason.TOO_LARGE: lambda w, v: w.say("this is more than {most}", **v),
    Reason.TOO_LONG: lambda w, v: w.say("this is longer than {most} letters", **v),
    Reason.IN_FUTURE: lambda w, v: w.say("{said} is still to come", **v),
    Reason.YEAR_MISSING: lambda w, v: w.say(
        "“{said}” does not say the year; right would be: {example}", **v
    ),
    Reason.MERGED: lambda w, v: w.say(
        "the cells {range} are merged; please take them apart and write in each row what "
        "belongs there",
        **v,
    ),
    Reason.FORMULA_WITHOUT_VALUE: lambda w, v: w.say(
        "here stands a formula without a value; please open the file, let it count, and save it"
    ),
    Reason.FORMULA_WRONG: lambda w, v: w.say("the formula here ended in {said}", **v),
    Reason.CONSENT_WITHOUT_DAY: lambda w, v: w.say(
        "the day of the consent is missing; right would be: {example}", **v
    ),
    Reason.CONSENT_WITHOUT_FORM: lambda w, v: w.say(
        "how the consent was given is missing; right would be: {example}", **v
    ),
    Reason.RATE_TOO_HIGH: lambda w, v: w.say(
        "this costs more than 20% a year, which the law does not allow"
    ),
    Reason.LEFT_ABOVE_LENT: lambda w, v: w.say("more is left than was lent, {lent}", **v),
    Reason.TOO_MANY_INSTALMENTS: lambda w, v: w.say(
        "{said} instalments are left, but such a loan has only {most}", **v
    ),
    Reason.DUE_BEFORE_LENT: lambda w, v: w.say("this day is not after the day of the loan"),
    Reason.MONTHS_TURNED: lambda w, v: w.say("the last month is before the first"),
    Reason.TWICE: lambda w, v: w.say("the same stands in row {row} of {sheet} already", **v),
    Reason.NO_SUCH_MEMBER: lambda w, v: w.say(
        "{name} is neither in the list of members nor in the club; is the name written alike?",
        **v,
    ),
    Reason.SEVERAL_MEMBERS: lambda w, v: w.say(
        "several members are called {name}; please write the year of birth too", **v
    ),
    Reason.LEFT_THE_CLUB: lambda w, v: w.say(
        "{name} was a member before; the board takes former members in again in the chat",
        **v,
    ),
    Reason.WAITS_FOR_BOARD: lambda w, v: w.say(
        "{name} has asked to join and waits for the board's answer; please answer first", **v
    ),
    Reason.UNEVEN: lambda w, v: w.say(
        "this sum cannot be spread evenly over {months} months; please write a row for each month",
        **v,
    ),
    Reason.TOO_FAR_AHEAD: lambda w, v: w.say(
        "fees can be paid ahead until {last}, not longer", **v
    ),
    Reason.NO_FEE_THEN: lambda w, v: w.say("by the club's rules no fee falls into these months"),
    Reason.RECORDED_OTHERWISE: lambda w, v: w.say(
        "the books have {there} here already; what differs is corrected in the chat", **v
    ),
    Reason.OPENING_THERE: lambda w, v: w.say(
        "the board has recorded in the chat already what this fund began with"
    ),
    Reason.OWNER_MISSING: lambda w, v: w.say(
        "this money is owed to somebody; please write the name", **v
    ),
    Reason.COLUMN_MISSING: lambda w, v: w.say("this column is missing in the list"),
    Reason.COLUMN_TWICE: lambda w, v: w.say("this column stands here twice"),
    Reason.NOT_IN_DONG: lambda w, v: w.say(
        "the sums of this column are in thousands or millions; please write them out in đồng"
    ),
}
