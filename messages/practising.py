"""What is said around practice: the mark on every message of it, its beginning and its end."""

from dataclasses import replace

from messages.cards import Card, Choice
from messages.moments import moment
from messages.presses import MOST_BYTES, OF_PRACTICE, ScreenPress, packed
from messages.roles import office
from messages.wording import Words

END = OF_PRACTICE + packed(ScreenPress("end_practice"))


@moment("practising.mark")
def mark(words: Words) -> str:
    # Words first and in small letters: a screen reader spells capitals, and names a picture.
    return words.say("Practice, not real 🌱")


@moment("practising.end")
def end_practice(words: Words) -> str:
    return words.say("Stop practising")


def marked(card: Card) -> Card:
    """A card of the practice club: marked above, its buttons marked, and with the way out.

    Without papers: a made-up receipt on paper would look like a real one.
    """
    way_out = Choice(END, end_practice())
    return replace(
        card,
        before=(mark(), *card.before),
        choices=tuple(_of_practice(each) for each in card.choices),
        small=(*(_of_practice(each) for each in card.small), way_out),
        papers=(),
    )


def _of_practice(choice: Choice) -> Choice:
    press = OF_PRACTICE + choice.press
    if len(press.encode()) > MOST_BYTES:
        raise ValueError(f"a button carries at most {MOST_BYTES} bytes: {press}")
    return replace(choice, press=press)


@moment("practising.title")
def title(words: Words) -> str:
    return words.say("Try it out first")


@moment("practising.as_what")
def as_what(words: Words) -> str:
    return words.say("Which role would you like to practise?")


@moment("practising.role")
def role(words: Words, role: str) -> str:
    named = office(words, role)
    return named[:1].upper() + named[1:]


@moment("practising.begun")
def begun(words: Words, club: str) -> str:
    return words.say(
        "This is the {club}. The people, the money and the books in it are made up.\n"
        "Press and type whatever you like: nothing is recorded, nobody is told, and nothing can "
        "break.\n"
        "To stop, type “stop practising”.",
        club=club,
    )


@moment("practising.already")
def already(words: Words) -> str:
    return words.say("We are practising already. To stop, type “stop practising”.")


@moment("practising.offered")
def offered(words: Words) -> str:
    return words.say("While you wait, would you like to try me out? Nothing in it is real.")


@moment("practising.only_for_real")
def only_for_real(words: Words) -> str:
    return words.say("This cannot be practised. To do it for real, first stop practising.")


@moment("practising.over")
def over(words: Words) -> str:
    return words.say("Practice is over. From now on everything is real again.")


@moment("practising.over_by_itself")
def over_by_itself(words: Words) -> str:
    return words.say(
        "You have not written for a long time, so practice is over. "
        "From now on everything is real again."
    )


@moment("practising.over_by_fault")
def over_by_fault(words: Words) -> str:
    return words.say("With that practice is over. From now on everything is real again.")


@moment("practising.button_is_over")
def button_is_over(words: Words) -> str:
    return words.say("That button belongs to a practice that is over. Nothing has happened.")


@moment("practising.button_is_real")
def button_is_real(words: Words) -> str:
    return words.say(
        "Just a moment: this button is not of the practice. It is of your real club.\n"
        "Shall we stop practising and open it?"
    )


@moment("practising.open_for_real")
def open_for_real(words: Words) -> str:
    return words.say("Open it for real")


@moment("practising.go_on")
def go_on(words: Words) -> str:
    return words.say("Go on practising")


@moment("practising.this_is_real")
def this_is_real(words: Words) -> str:
    return words.say("This is real, not practice:")


@moment("practising.dispute_answer")
def dispute_answer(words: Words) -> str:
    return words.say("We looked at it together and put it right. Thank you for telling us.")
