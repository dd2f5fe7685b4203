"""The month's news as it is read out over the village loudspeaker; numbers are words there."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from club.calendar import Month
from club.digest import Digest, NextMeeting, WorkInArea
from messages.figures.summary_steps import area
from messages.formats import short_day
from messages.moments import Moment, Spoken, moment
from messages.speech.text import spoken
from messages.wording import Words

MUCH_WORK = 4
"""From so many areas on the numbers of those who took part are left to the poster."""


@moment("digest.title")
def title(words: Words) -> str:
    return words.say("News for the village")


@moment("digest.of_month")
def of_month(words: Words, month: Month) -> str:
    """The way to another month; typed as it stands it opens it too."""
    return words.say("News of {month}", month=month)


@moment("digest.before_reading")
def before_reading(words: Words, month: Month) -> str:
    """To the board, above the text."""
    return words.say(
        "This is the news of {month} to read out. Please read it through once beforehand. It "
        "names only donors who agreed to it, and no sums.",
        month=month,
    )


@moment("digest.as_poster")
def as_poster(words: Words) -> str:
    return words.say("Poster for the notice board (PDF)")


@moment("digest.poster_comes")
def poster_comes(words: Words, month: Month) -> str:
    return words.say("Here is the poster of {month}, on one large page.", month=month)


@moment("digest.as_text")
def as_text(words: Words) -> str:
    return words.say("The text to read out")


@moment("digest.read_aloud")
def read_aloud(words: Words, paragraphs: Sequence[Spoken]) -> str:
    """Nothing is left that a reader would have to spell out."""
    return "\n\n".join(spoken(str(each), words.language) for each in paragraphs)


@moment("digest.together")
def together(words: Words, sentences: Sequence[Spoken]) -> str:
    return " ".join(str(each) for each in sentences)


@moment("digest.greeting")
def greeting(words: Words) -> str:
    return words.say("Dear people of the village, old and young.")


@moment("digest.opening")
def opening(words: Words, club: str, month: Month) -> str:
    return words.say("Here is the news of {month} from {club}.", club=club, month=month)


@moment("digest.so_far")
def so_far(words: Words, until: date) -> str:
    return words.say("It tells of everything up to {day}.", day=short_day(until))


@moment("digest.what_it_is")
def what_it_is(words: Words) -> str:
    return words.say(
        "In the club older and younger people help each other: to earn, to stay well, "
        "to be glad together."
    )


@moment("digest.members")
def members(words: Words, all: int) -> str:
    return words.plural("The club has {count} member.", "The club has {count} members.", all)


@moment("digest.new_members")
def new_members(words: Words, new: int) -> str:
    return words.plural(
        "In the month it welcomed {count} new member.",
        "In the month it welcomed {count} new members.",
        new,
    )


@moment("digest.met")
def met(words: Words, day: date, present: int) -> str:
    return words.plural(
        "On {day} the club met; {count} person came.",
        "On {day} the club met; {count} people came.",
        present,
        day=_day(words, day),
    )


def _day(words: Words, day: date) -> str:
    """Whoever listens knows the year; in English a day without one is read as a part."""
    return f"{day.day}/{day.month}" if words.language == "vi" else short_day(day)


@moment("digest.work_head")
def work_head(words: Words) -> str:
    return words.say("In the month the club did the following work.")


@moment("digest.work")
def work(words: Words, area: Spoken, what: Sequence[str], people: int) -> str:
    """One area; `people` is 0 where no number is said."""
    said = words.say("For {area}: {what}", area=_low(str(area)), what="; ".join(what))
    if not people:
        return f"{said}."
    with_people = words.plural("with {count} person taking part", "with {count} people", people)
    return f"{said}, {with_people}."


@moment("digest.other_work")
def other_work(words: Words, areas: Sequence[Spoken]) -> str:
    """Areas of which no entry may be read out."""
    named = listed(words, [_low(str(each)) for each in areas])
    return words.say("There was work too for {areas}.", areas=named)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


@moment("digest.helped")
def helped(words: Words, people: int) -> str:
    """`people` is 0 where so few were helped that the number would name them."""
    if not people:
        return words.say("The club visited and helped people of the village who have a hard time.")
    return words.plural(
        "The club helped {count} person of the village who has a hard time.",
        "The club helped {count} people of the village who have a hard time.",
        people,
    )


@moment("digest.sessions")
def sessions(words: Words, count: int) -> str:
    return words.plural(
        "Young volunteers held {count} session of help with phones and papers.",
        "Young volunteers held {count} sessions of help with phones and papers.",
        count,
    )


@moment("digest.other_donors")
def other_donors(words: Words, count: int) -> str:
    """Those who did not agree to be named."""
    return words.plural("{count} donor", "{count} donors", count)


@moment("digest.thanks")
def thanks(words: Words, names: Sequence[Spoken]) -> str:
    return words.say(
        "For their gifts of the month the club warmly thanks {names}.", names=listed(words, names)
    )


def listed(words: Words, names: Sequence[Spoken]) -> str:
    """One, or several with "and" before the last."""
    *first, last = [words.shown(each) for each in names]
    return words.say("{first} and {last}", first=", ".join(first), last=last) if first else last


@moment("digest.come")
def come(words: Words, day: date, at: time, place: str) -> str:
    when = words.shown(day)
    if words.language == "vi":
        when = when.removesuffix(f"/{day.year}")
    if not place:
        return words.say("The next meeting is on {day} at {time}.", day=when, time=at)
    return words.say(
        "The next meeting is on {day} at {time}, at {place}.", day=when, time=at, place=place
    )


@moment("digest.talk")
def talk(words: Words, talk: str) -> str:
    return words.say("The talk of that day: {talk}.", talk=talk.rstrip(" ."))


@moment("digest.all_welcome")
def all_welcome(words: Words) -> str:
    return words.say("Everybody is warmly invited to come.")


@moment("digest.day_to_come")
def day_to_come(words: Words) -> str:
    return words.say("The day of the next meeting will be told later.")


@moment("digest.ask_the_board")
def ask_the_board(words: Words) -> str:
    return words.say(
        "Who needs help, knows of somebody who does, or would like to join: please speak to "
        "somebody of the club's board."
    )


@moment("digest.goodbye")
def goodbye(words: Words) -> str:
    return words.say("May everybody be well and every house be at peace. Thank you for listening.")


def to_read_out(of: Digest) -> Moment:
    """The whole text, a paragraph for each breath."""
    return read_aloud(
        paragraphs=[
            together(sentences=_beginning(of)),
            together(sentences=list(_club(of))),
            *_done(of),
            *_thanks(of),
            together(sentences=list(to_come(of.next_meeting))),
            ask_the_board(),
            goodbye(),
        ]
    )


def _beginning(of: Digest) -> list[Moment]:
    begun = [greeting(), opening(club=of.club, month=of.month)]
    return [*begun, so_far(until=of.until)] if of.until < of.month.last_day else begun


def _club(of: Digest) -> Iterator[Moment]:
    if len(of.work) < MUCH_WORK:
        yield what_it_is()
    yield members(all=of.members)
    if of.new:
        yield new_members(new=of.new)
    if of.met_on is not None:
        yield met(day=of.met_on, present=of.present)


def _done(of: Digest) -> list[Moment]:
    with_people = len(of.work) < MUCH_WORK
    done = [_work_line(each, with_people=with_people) for each in of.work if each.what]
    silent = [area(code=each.area.value) for each in of.work if not each.what]
    if silent:
        done.append(other_work(areas=silent))
    if of.has_helped:
        done.append(helped(people=of.helped))
    if of.sessions:
        done.append(sessions(count=of.sessions))
    return [together(sentences=[work_head(), *done])] if done else []


def _work_line(of: WorkInArea, *, with_people: bool) -> Moment:
    people = of.people if with_people else 0
    return work(area=area(code=of.area.value), what=list(of.what), people=people)


def _thanks(of: Digest) -> list[Moment]:
    donors = donors_of(of)
    return [thanks(names=donors)] if donors else []


def donors_of(of: Digest) -> list[str | Moment]:
    """Names of those who agreed, the others as a number."""
    others = [other_donors(count=of.other_donors)] if of.other_donors else []
    return [*of.donors, *others]


def to_come(meeting: NextMeeting | None) -> Iterator[Moment]:
    """When and where the club meets next, and who is invited."""
    if meeting is None:
        yield day_to_come()
    else:
        yield come(day=meeting.day, at=meeting.at, place=meeting.place)
        if meeting.talk:
            yield talk(talk=meeting.talk)
    yield all_welcome()
