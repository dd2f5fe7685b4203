"""Taking back what one has said, within ten minutes and while nobody has answered it."""

from club.declarations import TIME_TO_TAKE_BACK
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.menus import closing
from handlers.money.contributions_said import line_of
from handlers.money.disputes_said import disputed_line
from handlers.notices import Told, after
from handlers.talk.persons_to_call import person_by_name
from messages import everywhere
from messages import take_back as say
from messages.cards import Card
from messages.moments import Moment
from messages.money import contribute as say_contribute
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers.ask_for_help import asked_for
from storage.changes.money.declare_contribution import ContributionTakenBack, TakeBackContribution
from storage.changes.take_back import TakeBackWord, WordTakenBack
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.loans.loan_votes import ballot
from storage.queries.loans.loans import loan
from storage.queries.meetings.meetings import meeting_by_number
from storage.queries.meetings.minutes import minute_takers
from storage.queries.members.boards import board
from storage.queries.members.members import name_of
from storage.queries.money.contributions import confirmer_of, contribution
from storage.queries.money.declared import Declared, Word, declared, declared_by
from storage.queries.money.disputes import dispute
from storage.queries.volunteers.help_requests import help_request

MOST_SHOWN = 4
Taking = TakeBackContribution | TakeBackWord


def way_back(word: Word, number: int) -> tuple[Press, Moment]:
    """The button under what has just been said."""
    return StartPress("take_back", f"{word.value} {number}"), say_contribute.take_back()


def kept(body: Moment, word: Word, number: int) -> Card:
    """The end of a talk in which something was said that can still be taken back."""
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    return Card(body, choices=choices([menu, way_back(word, number)]))


@dialogue("take_back", title=say_contribute.take_back_title, about=1)
async def take_back(ask: Ask, me: Visitor) -> Taking | Said | Card:
    """About the subject ("loan 12"); typed without one, about what can be taken back."""
    if me.person_id is None:
        return Said(say_contribute.nothing_to_take_back())
    if me.subject:
        about = await read(_about, me.subject, me)
        return (
            Said(say_contribute.nothing_to_take_back())
            if about is None
            else await _taken(about, me)
        )
    waiting = await read(declared_by, me.person, me.now)
    recent = [each for each in waiting if _is_recent(each, me)][:MOST_SHOWN]
    late = [each for each in waiting if each not in recent and each.word is not Word.ANSWER]
    if recent:
        chosen = await _which(ask, recent, me)
        return Said(say_contribute.kept()) if chosen is None else await _taken(chosen, me)
    return await _taken(late[0], me) if late else Said(say_contribute.nothing_to_take_back())


def _about(db: Connection, subject: str, me: Visitor) -> Declared | None:
    """The word that the button is about; those of an earlier release name only a contribution."""
    word, _, number = subject.rpartition(" ")
    kind = word or Word.CONTRIBUTION.value
    if kind not in set(Word) or not number.isdecimal() or len(number) > 18:
        return None
    return declared(db, Word(kind), int(number), person_id=me.person, now=me.now)


def _is_recent(each: Declared, me: Visitor) -> bool:
    return me.now - each.at <= TIME_TO_TAKE_BACK


async def _taken(about: Declared, me: Visitor) -> Taking | Card:
    """It is taken back; or why not, and whom to talk to."""
    if about.waits and _is_recent(about, me):
        if about.word is Word.CONTRIBUTION:
            return TakeBackContribution(about.id)
        return TakeBackWord(about.word, about.id)
    line = await read(line_about, about)
    why_not = say.too_late(line) if about.waits else say.answered_already(line)
    return closing(await read(person_by_name, me), (why_not,))


async def _which(ask: Ask, recent: list[Declared], me: Visitor) -> Declared | None:
    """The one that is meant; None if it was none of these."""
    lines = {each: await read(line_about, each) for each in recent}
    if len(recent) == 1:
        sure = await ask.yes_or_no("sure", say_contribute.really_take_back(lines[recent[0]]))
        return recent[0] if sure else None
    return await ask.choice(
        "which",
        say.which(),
        among=(*recent, None),
        shown_as=lambda each: say.none_of_these() if each is None else lines[each],
        key=lambda each: "none" if each is None else f"{each.word.value} {each.id}",
    )


def line_about(db: Connection, about: Declared) -> Moment:
    """What was said, in one line."""
    match about.word:
        case Word.CONTRIBUTION:
            given = contribution(db, about.club_id, about.id)
            assert given is not None
            return line_of(given)
        case Word.LOAN:
            asked = loan(db, about.club_id, about.id)
            assert asked is not None
            return say.loan(asked.terms.principal)
        case Word.HELP:
            request = help_request(db, about.club_id, about.id)
            assert request is not None
            return say.help_(asked_for(request.topic, request.lesson))
        case Word.JOINING:
            return say.joining(club(db, about.club_id).name)
        case Word.DISPUTE:
            return say.dispute(_disputed(db, about))
        case Word.ANSWER:
            meeting = meeting_by_number(db, about.id)
            assert meeting is not None
            return say.answer(meeting.day)


def _disputed(db: Connection, about: Declared) -> Moment:
    open_ = dispute(db, about.club_id, about.id)
    assert open_ is not None
    return disputed_line(db, open_)


@after(ContributionTakenBack)
def contribution_taken_back(fact: ContributionTakenBack, me: Visitor, db: Connection) -> Told:
    """Whoever was asked to confirm hears that there is nothing to confirm."""
    given = fact.declaration
    confirmer = confirmer_of(db, given, me.today)
    gone = Card(say_contribute.was_taken_back(given.name, line_of(given)), numbered=False)
    others = () if confirmer is None else ((confirmer, gone),)
    return Told(closing(say_contribute.taken_back(line_of(given))), others)


@after(WordTakenBack)
def word_taken_back(fact: WordTakenBack, me: Visitor, db: Connection) -> Told:
    """Whoever was asked hears that there is nothing more to do."""
    line = line_about(db, Declared(fact.word, fact.number, fact.club_id, me.now, False))
    gone = Card(say.was_taken_back(name_of(db, me.person), line), numbered=False)
    told = tuple((each, gone) for each in _asked(db, fact, me) if each != me.person)
    return Told(closing(say.taken_back(line)), told)


def _asked(db: Connection, fact: WordTakenBack, me: Visitor) -> list[int]:
    """Those who were asked, or told, when it was said."""
    match fact.word:
        case Word.LOAN:
            vote = ballot(db, fact.club_id, fact.number, me.today)
            takers = minute_takers(db, fact.club_id, me.person, me.today)
            return sorted({*takers, *(() if vote is None else vote.entitled)})
        case Word.DISPUTE:
            open_ = dispute(db, fact.club_id, fact.number)
            return [] if open_ is None or open_.handler_id is None else [open_.handler_id]
        case Word.HELP | Word.JOINING:
            return sorted({each.person_id for each in board(db, fact.club_id, me.today)})
    return []


entrance(
    StartPress("take_back"),
    label=say_contribute.take_back_title,
    open_to=lambda me: me.membership is not None,
    command="rutlai",
    words=(
        *("rút lại", "rút lại đi", "nhầm rồi", "tôi nhầm", "tôi nhầm rồi", "báo nhầm", "bấm nhầm"),
        *("tôi bấm nhầm", "gửi nhầm", "take back", "my mistake", "that was a mistake"),
    ),
    in_menu=False,
    anywhere=("rút lại", "rút lại đi", "take back"),
)
