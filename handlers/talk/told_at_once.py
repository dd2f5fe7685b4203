"""A whole sentence at the menu that tells what happened or is to happen: "bà Hoa vừa nộp 15 nghìn",
"chi 200 nghìn mua chè", "họp chủ nhật này 8 giờ". Its dialogue begins with what was said; what is
missing or doubtful is asked, and all of it is read back.
"""

from collections.abc import Sequence

from club.members import Action
from handlers.dialogue.story import story_of
from handlers.dialogue.visitor import Visitor
from handlers.meetings.change_said import change_said
from handlers.meetings.roll_said import roll_said
from handlers.members.death_said import death_said
from handlers.money.payers_at_table import counted_again, told_at_table
from handlers.money.several_payers import several_paid
from handlers.settings.broadcast import word_said
from handlers.talk.said_at_once import Begun
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.donors import donor_told, gives_for_others, names_things
from messages.understand.goods import Goods, read_goods
from messages.understand.money_asked import asks_of_own_money
from messages.understand.people import Described, people_named
from messages.understand.plain import bare
from messages.understand.tellings import (
    Telling,
    begins_with_giving,
    help_wanted,
    is_for_her_house,
    is_ones_own,
    names_a_sum,
    names_the_fee,
    telling_of,
    tells_of_giving,
)
from messages.understand.told import sentence_of, sum_told
from messages.understand.two_things import paid_instead
from storage.queries import Connection
from storage.queries.members.boards import board
from storage.queries.members.member_record import KnownMember, known_members

_HANDED_TO = frozenset({"dua", "gui", "nho"})
_FOR = frozenset({"cho", "to"})


def told_at_once(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    """What a sentence begins or opens; None where it tells nothing, or nothing that is hers."""
    if me.membership is None or me.membership.state != "member":
        return None
    if _asks_of_her_own(text, me, db):
        return ScreenPress("my_account")
    if entered := told_at_table(text, me, db):
        return StartPress("table_entry", entered)
    if counted_again(text, me, db):
        return Begun("close_table", carried={"counted": text})
    if several := several_paid(text, me, db):
        return StartPress("take_fee", several)
    return _told_of(text, me, db)


def _told_of(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    """What is told, by a member, of anything but how it stands with her own money."""
    goods = read_goods(text) if begins_with_giving(text) and not names_a_sum(text) else None
    if _may_declare(me) and goods is not None and not _from_outside(text, me):
        return Begun("contribute", carried=_carried(goods))
    if goods is None and (theirs := _goods_of_another(text, me, db)):
        return theirs
    said = (
        death_said(text, me, db)
        or roll_said(text, me, db)
        or word_said(text, me)
        or change_said(text, me, db)
    )
    if said is not None:
        return Begun(*said)
    telling = telling_of(text)
    if telling is not None:
        return _OPENS[telling](text, me, db)
    topic = help_wanted(text) if me.may(Action.ASK_FOR_HELP) else None
    if topic is None or others_named(text, me, db) != []:
        return None
    return Begun("ask_for_help", carried={"topic": topic})


def _asks_of_her_own(text: str, me: Visitor, db: Connection) -> bool:
    """Whether she asks how it stands with her own money: a question begins no payment."""
    asks = me.may(Action.SEE_OWN_ACCOUNT) and asks_of_own_money(text)
    return asks and others_named(text, me, db) == []


_OF_MONEY = frozenset({Telling.FEE, Telling.REPAYMENT, Telling.GIFT})


def is_others_money(text: str, me: Visitor, db: Connection) -> bool:
    """Whether somebody tells what another paid whose work it is not to enter that."""
    if me.membership is None or me.may(Action.ENTER_MEMBER):
        return False
    if not collects(text) and telling_of(text) not in _OF_MONEY:
        return False
    return is_for_her_house(text) or others_named(text, me, db) != []


def collects(text: str) -> bool:
    """Whether money is taken in from others: "thu của bà Lan 50, ông Mạnh 30"."""
    return bare(text).startswith("thu ") and any(each.isdigit() for each in text)


def bare_sum(text: str, me: Visitor) -> Begun | None:
    """ "50 nghìn" and nothing else: what it is for is asked first. A mere number is no sum."""
    words = sentence_of(text)
    piece = None if len(words) < 2 or me.membership is None else sum_told(words)
    is_all = piece is not None and (piece.begin, piece.end) == (0, len(words))
    return _begun("contribute", text) if is_all and _may_declare(me) else None


def _carried(goods: Goods) -> dict[str, str]:
    if not goods.thing:
        return {"what": "days", "count": str(goods.count)}
    given = {"thing": goods.thing, "unit": goods.unit, "count": str(goods.count)}
    return {"what": "goods", **given}


def _begun(dialogue: str, text: str, **known: str) -> Begun:
    return Begun(dialogue, carried={**story_of(text), **known})


def _fee(text: str, me: Visitor, db: Connection) -> Begun | None:
    """Another's, if one is named; else her own."""
    if instead := paid_instead(text):
        text = instead[1]
    others = others_named(text, me, db)
    if others is None:
        return None
    if others or not is_ones_own(text) or is_for_her_house(text):
        # A name that nobody has is asked for; it never becomes her own fee.
        return _begun("take_fee", text) if me.may(Action.ENTER_MEMBER) else None
    if not _may_declare(me):
        return None
    # "Đóng tiền quỹ" may be a gift as well.
    known = {"what": "fee"} if names_the_fee(text) else {}
    return _begun("contribute", text, **known)


def _gift(text: str, me: Visitor, db: Connection) -> Begun | None:
    if begins_with_giving(text) and _may_declare(me) and not _from_outside(text, me):
        return _begun("contribute", text, what="money")
    if not me.may(Action.ENTER_MEMBER):
        return None
    kind = {"kind": "money"} if names_a_sum(text) or not names_things(text) else {"kind": "goods"}
    if others_named(text, me, db) and not gives_for_others(text):
        return _begun("take_gift", text, **kind)
    donor = donor_told(text)
    return _begun("record_gift", text, **kind, **({"donor": donor} if donor else {}))


def _goods_of_another(text: str, me: Visitor, db: Connection) -> Begun | None:
    """Goods or days of a member, as whoever enters gifts tells of them: "bà Lan góp 10 kg gạo"."""
    if not me.may(Action.ENTER_MEMBER) or not tells_of_giving(text) or names_a_sum(text):
        return None
    goods = read_goods(text)
    if goods is None or not others_named(text, me, db) or gives_for_others(text):
        return None
    given = _carried(goods)
    return _begun("take_gift", text, **given, kind=given.pop("what"))


def _from_outside(text: str, me: Visitor) -> bool:
    """Whether whoever enters gifts tells of one that is another's: "5 thùng mì của bà Tư"."""
    return me.may(Action.ENTER_MEMBER) and bool(donor_told(text))


def _repayment(text: str, me: Visitor, db: Connection) -> Begun | None:
    by, text = paid_instead(text) or ("", text)
    named = me.may(Action.TAKE_REPAYMENT) and others_named(text, me, db)
    brought = {"brought_by": by} if by else {}
    return _begun("repayment", text, **brought) if named else None


def _loan(text: str, me: Visitor, db: Connection) -> Begun | None:
    named = me.may(Action.ENTER_MEMBER) and others_named(text, me, db)
    return _begun("loan_for", text) if named else None


def _expense(text: str, me: Visitor, db: Connection) -> Begun | None:
    if not me.may(Action.BOARD_WORK):
        return None
    to = "member" if others_named(text, me, db) else "other"
    return _begun("pay_expense", text, to=to)


def _meeting(text: str, me: Visitor, db: Connection) -> Begun | None:
    return _begun("plan_meeting", text) if me.may(Action.PLAN_MEETING) else None


def _record(text: str, me: Visitor, db: Connection) -> Press | None:
    """The record of the one who is named, or the choice between those who may be."""
    if not me.may(Action.SEE_MEMBERS):
        return None
    named = others_named(text, me, db)
    if not named:
        return None
    if len(named) == 1:
        return ScreenPress("member", str(named[0].member_id))
    return StartPress("find_member", named[0].name.split()[-1])


_OPENS = {
    Telling.FEE: _fee,
    Telling.GIFT: _gift,
    Telling.REPAYMENT: _repayment,
    Telling.LOAN: _loan,
    Telling.EXPENSE: _expense,
    Telling.MEETING: _meeting,
    Telling.RECORD: _record,
}


def _may_declare(me: Visitor) -> bool:
    return me.may(Action.DECLARE_CONTRIBUTION)


def others_named(text: str, me: Visitor, db: Connection) -> list[KnownMember] | None:
    """Whom of the other members the sentence is about; None where two names are said."""
    everybody = known_members(db, me.club_id)
    # "Đóng cho chị Giang": the board pays in for her; a member has given it to her where she is of
    # the board, and means the fee of anybody else.
    takes = frozenset() if me.may(Action.ENTER_MEMBER) else _money_is_given_to(db, me)
    described = [Described(each.name, each.hamlet, each.birth_year) for each in everybody]
    words = sentence_of(text)
    named = [
        [everybody[place] for place in places]
        for begin, _end, places in people_named(words, described)
        if not _is_handed_to(words, begin, _HANDED_TO)
        and not (
            takes.intersection(everybody[place].person_id for place in places)
            and _is_handed_to(words, begin, _FOR)
        )
    ]
    if len(named) > 1:
        return None
    found = named[0] if named else []
    return [] if any(each.person_id == me.person_id for each in found) else found


def _money_is_given_to(db: Connection, me: Visitor) -> frozenset[int]:
    return frozenset(each.person_id for each in board(db, me.club_id, me.today))


def _is_handed_to(words: Sequence[str], at: int, handing: frozenset[str]) -> bool:
    """Whether somebody is only the one who got it: "bác đưa cô Giang 30 nghìn"."""
    return any(bare(each) in handing for each in words[max(0, at - 2) : at])
