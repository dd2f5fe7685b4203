"""A card as it is read aloud."""

from messages import everywhere as say
from messages.cards import Card, Choice, card_of
from messages.render import Abilities, ReadsAloud, render
from messages.speech.aloud import aloud
from messages.wording import Words

VI = Words("vi", "bà", "con", "Lan")
EN = Words("en")


def card(*labels: str, **more: object) -> Card:
    choices = tuple(Choice("s:menu", say.plain(each)) for each in labels)
    return Card(say.plain("Bà góp bao nhiêu?"), choices=choices, **more)  # type: ignore[arg-type]


def test_the_choices_are_said_with_their_numbers_and_her_form_of_address() -> None:
    assert aloud(card("50.000 đồng", "Bỏ qua"), VI) == (
        "Bà góp bao nhiêu? Bà có thể trả lời. Số một: năm mươi nghìn đồng. Số hai: Bỏ qua."
    )


def test_what_has_no_numbers_is_offered_to_be_pressed() -> None:
    said = aloud(card("Xem", numbered=False), VI)
    assert said == "Bà góp bao nhiêu? Bà có thể bấm. Xem."


def test_remarks_come_first_and_the_row_of_navigation_is_not_said() -> None:
    shown = card(before=(say.first_question(),), small=(Choice("s:menu", say.stop()),))
    said = aloud(shown, EN)
    assert said.endswith("Bà góp bao nhiêu?")
    assert len(said) > len("Bà góp bao nhiêu?")
    assert "Stop" not in said


def test_a_huge_card_is_shortened_and_says_where_the_rest_is() -> None:
    said = aloud(Card(say.plain("Bác góp 50.000 đồng ạ.\n" * 400)), VI)
    assert len(said) < 1400
    assert said.endswith("phần còn lại có chữ ở tin nhắn trên ạ.")


def test_the_wish_to_hear_a_card_is_kept_with_it() -> None:
    assert card_of(card("Có", aloud=True).as_json()).aloud
    assert "aloud" not in card("Có").as_json()


def test_where_nothing_can_be_heard_the_text_says_so_first() -> None:
    wished = card("Có", aloud=True)
    shown = {
        each: render(wished, VI, Abilities(reads_aloud=each)).text.split("\n\n")[0]
        for each in ReadsAloud
    }
    assert shown[ReadsAloud.BY_MESSAGE] == "Bà góp bao nhiêu?"
    assert "bấm chữ “Nghe”" in shown[ReadsAloud.ON_PAGE]
    assert "con chưa đọc thành tiếng được" in shown[ReadsAloud.NOT]
