"""The Golden Heart book: the public list, gifts from outside, goods handed on, who is named."""

from collections.abc import Sequence
from datetime import date

from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.sums import quantity
from messages.wording import Words, capital


@moment("golden_heart.title")
def title(words: Words) -> str:
    return words.say("The Golden Heart book")


@moment("golden_heart.page")
def page(words: Words, club: str, lines: Sequence[Spoken]) -> str:
    head = words.say("GOLDEN HEART BOOK – {club}", club=club)
    return "\n".join([head, *(str(each) for each in lines)])


@moment("golden_heart.empty")
def empty(words: Words) -> str:
    return words.say("Nothing stands in it yet.")


@moment("golden_heart.thanks")
def thanks(words: Words) -> str:
    return words.say("The club thanks everybody who gave.")


@moment("golden_heart.line")
def line(words: Words, day: date, giver: Spoken, what: Spoken, *, is_member: bool) -> str:
    """`giver` is empty where nobody agreed to be named."""
    unnamed = words.say("a member") if is_member else words.say("a donor")
    return f"• {short_day(day)}: {capital(str(giver) or unnamed)} – {what}"


@moment("golden_heart.older")
def older(words: Words) -> str:
    return words.say("Older gifts")


@moment("golden_heart.name_title")
def name_title(words: Words) -> str:
    return words.say("My name in the Golden Heart book")


@moment("golden_heart.may_be_named")
def may_be_named(words: Words) -> str:
    return words.say(
        "All members can read the Golden Heart book, and it may hang in the club's house. "
        "May your name stand there with what you gave? Otherwise it says “a member”."
    )


@moment("golden_heart.naming_chosen")
def naming_chosen(words: Words, *, named: bool) -> str:
    if named:
        return words.say("Your name is in the book. You can change that at any time.")
    return words.say("Your name is not in the book. You can change that at any time.")


@moment("golden_heart.record_title")
def record_title(words: Words) -> str:
    return words.say("A gift from outside")


@moment("golden_heart.who_gave")
def who_gave(words: Words) -> str:
    return words.say("Who gave it? The name of the person or the shop, as the book is to show it.")


@moment("golden_heart.does_donor_agree")
def does_donor_agree(words: Words) -> str:
    return words.say("Has the giver agreed to be named in the book?")


@moment("golden_heart.what_kind")
def what_kind(words: Words) -> str:
    return words.say("What was given?")


@moment("golden_heart.how_much")
def how_much(words: Words) -> str:
    return words.say("How much did the donor give?")


@moment("golden_heart.what_thing")
def what_thing(words: Words) -> str:
    return words.say("What did the donor give? For example: rice, blankets, notebooks.")


@moment("golden_heart.what_work")
def what_work(words: Words) -> str:
    return words.say("What work did the donor do? For example: mending the roof of the house.")


@moment("golden_heart.kind")
def kind(words: Words, kind: str) -> str:
    names = {
        "money": words.say("Money"),
        "goods": words.say("Goods"),
        "days": words.say("Days of work"),
    }
    return names[kind]


@moment("golden_heart.record_read_back")
def record_read_back(words: Words, who: str, what: Spoken) -> str:
    who = who or words.say("a donor")
    return words.say("The book will read:\n• {who} – {what}\nIs that right?", who=who, what=what)


@moment("golden_heart.recorded")
def recorded(words: Words, what: Spoken, voucher: str) -> str:
    if voucher:
        return words.say(
            "It stands in the Golden Heart book and in the books, slip {voucher}: {what}.",
            voucher=voucher,
            what=what,
        )
    return words.say("It stands in the Golden Heart book: {what}.", what=what)


@moment("golden_heart.goods_title")
def goods_title(words: Words) -> str:
    return words.say("Goods the club keeps")


@moment("golden_heart.goods_line")
def goods_line(words: Words, item: str, unit: Spoken, *, received: int, given: int) -> str:
    """Quantities in thousandths of the unit."""
    return words.say(
        "• {item}: received {received}, given {given}, left {left} {unit}",
        item=item,
        received=quantity(received),
        given=quantity(given),
        left=quantity(received - given),
        unit=unit,
    )


@moment("golden_heart.kept_line")
def kept_line(
    words: Words, item: str, unit: Spoken, *, received: int, given: int, keeper: str
) -> str:
    """As goods_line, with who keeps what is left."""
    return words.say(
        "• {item}: received {received}, given {given}, left {left} {unit}; kept by {keeper}",
        item=item,
        received=quantity(received),
        given=quantity(given),
        left=quantity(received - given),
        unit=unit,
        keeper=keeper,
    )


@moment("goods_keeper.title")
def keeper_title(words: Words) -> str:
    return words.say("Somebody else keeps the goods")


@moment("goods_keeper.who")
def who_keeps(words: Words, item: str, now: str) -> str:
    if not now:
        return words.say("Who keeps the {item}? Please write the name.", item=item)
    return words.say(
        "Until now {who} keeps the {item}. Who keeps it from now on? Please write the name.",
        who=now,
        item=item,
    )


@moment("goods_keeper.read_back")
def keeper_read_back(words: Words, what: Spoken, who: str) -> str:
    return words.say("{what}\nFrom now on it lies with {who}. Is that right?", what=what, who=who)


@moment("goods_keeper.done")
def keeper_changed(words: Words, what: Spoken, who: str) -> str:
    return words.say("It is noted: {who} keeps {what}.", what=what, who=who)


@moment("goods_keeper.you_keep")
def you_keep(words: Words, what: Spoken, by: str) -> str:
    return words.say(
        "{by} has noted that you now keep this for the club: {what}.", what=what, by=by
    )


@moment("goods_keeper.you_keep_no_more")
def you_keep_no_more(words: Words, what: Spoken, who: str) -> str:
    return words.say("From now on {who} keeps this instead of you: {what}.", what=what, who=who)


@moment("golden_heart.give_title")
def give_title(words: Words) -> str:
    return words.say("Hand goods on")


@moment("golden_heart.which_goods")
def which_goods(words: Words) -> str:
    return words.say("Which goods?")


@moment("golden_heart.stock")
def stock(words: Words, item: str, left: int, unit: Spoken) -> str:
    return words.say("{item}: {left} {unit} left", item=item, left=quantity(left), unit=unit)


@moment("golden_heart.to_whom")
def to_whom(words: Words) -> str:
    return words.say("To whom, and what for?")


@moment("golden_heart.give_read_back")
def give_read_back(words: Words, what: Spoken, who: str) -> str:
    return words.say("{what}\nFor: {who}\nIs that right?", what=what, who=who)


@moment("golden_heart.given")
def given(words: Words, what: Spoken, left: int, unit: Spoken) -> str:
    return words.say(
        "It is noted: {what}. Left: {left} {unit}.", what=what, left=quantity(left), unit=unit
    )


@moment("golden_heart.no_goods")
def no_goods(words: Words) -> str:
    return words.say("The club keeps no goods.")
