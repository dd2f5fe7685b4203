"""Every text, written for people of several ages and regions, reads as a young relative speaks."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from club.address import PersonName, Region, usual_form, usual_own_word
from club.money import Money
from club.refusals import Refused
from messages import everywhere, tasks
from messages.cards import Card, Choice
from messages.joining import join
from messages.loans import loan_lines
from messages.moments import KINDS, moment_of, written
from messages.own.addressing import words_for
from messages.refusals import refusal
from messages.render import Abilities, render
from messages.wording import TO_ALL, Words
from tests.kit.polite import NOBODY, Somebody, impoliteness, leaks, too_long
from tests.kit.said import complaints, fillings
from tests.kit.sources import python_files, shown, text_of
from tests.tidy.test_moments import SAYS_NOTHING, names
from tests.tidy.test_refusals import SAMPLES, raised

TODAY = date(2026, 11, 22)
# What is typed by people, or handed in by a caller, stands there as it came.
AS_IT_CAME = {"everywhere.plain", "join.address_as", "address.own_word", "summary.blank"} | {
    # A word to many as its writer sees it: to each it says her own form.
    *("broadcasts.seen_of_board", "broadcasts.seen_of_officer"),
}
spoken = [each for each in names if each not in AS_IT_CAME]
# To herself a person is no "bà Nguyễn Thị Hoa"; by the name alone a list is put in order and a row
# of a spreadsheet is found again; what is taken out of others' words is looked for as it stands.
BARE_NAMES = {
    "storage/changes/members/enter_member.py",
    "storage/changes/own/take_names_out.py",
    "storage/made_up.py",
    "storage/outbox.py",
    "storage/queries/members/groups.py",
    "storage/queries/joining/import_plan.py",
    "storage/queries/members/member_record.py",
    "storage/queries/members/naming.py",
    "storage/queries/members/offices.py",
    "storage/queries/own/my_data.py",
    "storage/queries/own/pages.py",
    "storage/queries/practice.py",
    "storage/queries/reminding/reminding_money.py",
    "storage/queries/members/to_phone.py",
    "storage/queries/volunteers/volunteers.py",
    "storage/queries/web.py",
}


def somebody(
    name: str, year: int, sex: str | None, region: Region, called: str | None = None
) -> Words:
    form = usual_form(year, sex, TODAY, region)
    own_word = usual_own_word(form, region)
    return words_for(Somebody(address=form, bot_word=own_word, name=name, called=called))


PEOPLE = {
    "a man of 84 in Huế": somebody("Lê Văn Bửu", 1942, "male", Region.CENTRE),
    "a woman of 72 in Cà Mau": somebody("Trần Thị Út", 1954, "female", Region.SOUTH, "Hai"),
    "a woman of 63 in Hà Nội": somebody("Nguyễn Thị Hoa", 1963, "female", Region.NORTH),
    "a man of 50": somebody("Bùi Văn Mạnh", 1976, "male", Region.NORTH),
    "a woman of 50": somebody("Phạm Thị Đào", 1976, "female", Region.SOUTH),
    "a woman of 38": somebody("Vũ Thị Mai", 1988, "female", Region.NORTH),
    "a volunteer of 19": somebody("Ngô Minh Quân", 2007, None, Region.NORTH),
    "a namesake": somebody("Hoàng Thị Liên", 1954, "female", Region.NORTH),
    "nobody knows who": words_for(Somebody()),
}


def test_the_people_are_spoken_to_in_nine_ways() -> None:
    assert {who: f"{each.you} – {each.me}" for who, each in PEOPLE.items()} == {
        "a man of 84 in Huế": "cụ – con",
        "a woman of 72 in Cà Mau": "bà – con",
        "a woman of 63 in Hà Nội": "bác – cháu",
        "a man of 50": "chú – cháu",
        "a woman of 50": "cô – con",
        "a woman of 38": "chị – em",
        "a volunteer of 19": "bạn – mình",
        "a namesake": "bà – cháu",
        "nobody knows who": "bác – cháu",
    }


@cache
def texts(words: Words) -> tuple[tuple[str, str], ...]:
    said = [(name, text) for name in spoken for text in _texts_of(name, words)]
    return (*said, *_refusals(words))


def _texts_of(name: str, words: Words) -> Iterator[str]:
    for values in fillings(name):
        yield written(KINDS[name](**values), words)


def _refusals(words: Words) -> Iterator[tuple[str, str]]:
    for _, code, values in raised():
        no = Refused(code, **{each: SAMPLES.get(each, Money(50_000)) for each in values})
        yield code.value, written(refusal(no), words)


# The same texts each time: what makes them counts once.
_FIRST, *_OTHERS = PEOPLE


@pytest.mark.parametrize(
    "who", [_FIRST, *(pytest.param(each, marks=pytest.mark.no_cover) for each in _OTHERS)]
)
def test_every_text_is_polite_to(who: str) -> None:
    wrong = {
        f"{name}: {why}"
        for name, text in texts(PEOPLE[who])
        if text or name not in SAYS_NOTHING
        for why in (*impoliteness(text), *complaints(text, "vi"))
    }
    assert sorted(wrong) == []


def test_nobody_is_spoken_to_as_if_she_were_somebody_else() -> None:
    said = [(name, text.replace(TO_ALL, "")) for name, text in texts(NOBODY)]
    wrong = {f"{name}: {why}: {text}" for name, text in said for why in leaks(text)}
    assert sorted(wrong) == []


def test_to_a_namesake_the_bot_does_not_say_its_name() -> None:
    said = [text for _, text in texts(PEOPLE["a namesake"])]
    assert not [text for text in said if "cháu Liên" in text or "Cháu Liên" in text]
    known = [text for _, text in texts(PEOPLE["nobody knows who"])]
    assert [text for text in known if "Cháu Liên" in text]


def test_names_that_others_hear_come_with_a_form_of_address() -> None:
    files = {
        shown(file) for file in python_files("storage") if "persons.c.name" in (text_of(file) or "")
    }
    assert sorted(files - BARE_NAMES) == []


def test_an_elders_name_is_said_with_her_form_and_a_capital() -> None:
    lan = PersonName("Đỗ Thị Lan", "bà")
    words = PEOPLE["a man of 50"]
    assert written(join.taken_in(lan), words).startswith("Dạ, bà Đỗ Thị Lan")
    assert written(join.take_her_in(lan, 1950, "Thôn Đoài"), words).startswith("Dạ, bà Đỗ Thị Lan")
    assert written(tasks.asks_to_join(lan), words).startswith("Bà Đỗ Thị Lan")
    label = Choice("v:menu:", loan_lines.of_whom(lan, Money(2_000_000)))
    shown_to = render(Card(everywhere.yes(), choices=(label,)), words, Abilities())
    assert shown_to.rows[0][0].label == "1. Bà Đỗ Thị Lan – 2.000.000 đồng"
    assert written(everywhere.plain(lan), words) == "Bà Đỗ Thị Lan"
    assert written(everywhere.plain(lan), Words("en", "you", "I")) == "Đỗ Thị Lan"
    kept = moment_of(json.loads(json.dumps(join.taken_in(lan).as_json())))
    assert written(kept, words).startswith("Dạ, bà Đỗ Thị Lan")


def test_english_lines_are_short_too() -> None:
    in_english = Words("en", "you", "I", "Hoa")
    wrong = {f"{name}: {why}" for name, text in texts(in_english) for why in too_long(text)}
    assert sorted(wrong) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Dạ, {You} ạ", None),
        ("Nhập số tiền.", "a bare command"),
        ("Dạ, gửi lại tin.", "a bare command"),
        ("Bác gửi lại giúp cháu ạ.", None),
        ("Gửi lại giúp cháu ạ.", None),
        ("Dạ, còn 1500000 đồng ạ.", "a sum of its own kind"),
        ("Dạ, còn 50k ạ.", "a sum of its own kind"),
        ("Dạ, còn 1.500.000 đồng ạ.", None),
        ("Dạ, vào ngày thứ ba 24/11/2026 ạ.", "a date of its own kind"),
        ("Dạ, vào 2026-11-24 ạ.", "a date of its own kind"),
        ("Dạ, vào 4/11/2026 ạ.", "a date of its own kind"),
        ("Dạ vâng. bác Hoa đến ạ.", "no capital"),
        ("• bà Hoa đến", "no capital"),
        ("Bác submit giúp cháu ạ.", "no Vietnamese word: submit"),
        ("Bác vào website giúp cháu ạ.", "no Vietnamese word: website"),
        ("Dạ, nghiêng khuỷu rượu quyển giếng ngoèo ạ.", None),
        ("Dạ, " + "cháu nói mãi " * 12 + "ạ.", "a long sentence"),
        ("Dạ, " + "cháu nói mãi. " * 160, "characters"),
    ],
)
def test_a_planted_fault_is_found(text: str, why: str | None) -> None:
    found = list(impoliteness(text.replace("{You}", "Bác")))
    assert bool(found) is (why is not None)
    assert why is None or [each for each in found if why in each]


@pytest.mark.parametrize("text", ["Dạ, bác chờ ạ.", "Cháu chào ạ", "Bạn chờ nhé", "Em chào chị"])
def test_a_planted_form_of_address_is_found(text: str) -> None:
    assert list(leaks(text))


def test_what_is_no_form_of_address_is_none() -> None:
    said = "Dạ, cụ thể là các bác trong ban, các bạn trẻ và con cháu, bà con chú ý ạ."
    assert list(leaks(said)) == []
