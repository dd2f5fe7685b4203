"""Weight and blood pressure: asked, kept with her consent, shown to her; never a diagnosis."""

from collections.abc import Sequence
from datetime import date

from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("health.title")
def title(words: Words) -> str:
    return words.say("My health figures")


@moment("health.measure_title")
def measure_title(words: Words) -> str:
    return words.say("Weigh and take blood pressure")


@moment("health.own_title")
def own_title(words: Words) -> str:
    return words.say("Write down my own")


@moment("health.whose")
def whose(words: Words) -> str:
    return words.say("Whose figures are these? Please type the name, or a part of it.")


@moment("health.consent")
def consent(words: Words) -> str:
    return words.say(
        "I can keep your weight and blood pressure, so that you see how they go from month to "
        "month. Only you read them, and whoever measured them. The club only counts how many "
        "people were measured. You can say no, and you can have them deleted at any time.\n"
        "Do you agree?"
    )


@moment("health.consent_of")
def consent_of(words: Words, name: str) -> str:
    return words.say(
        "Please ask {name}: may I keep weight and blood pressure? Only {name} reads them, and you "
        "what you measured. It is all right to say no, and they can be deleted at any time.\n"
        "Does {name} agree?",
        name=name,
    )


@moment("health.refused")
def refused(words: Words) -> str:
    return words.say("That is quite all right. I have kept nothing.")


@moment("health.pressure")
def pressure(words: Words) -> str:
    return words.say("What is the blood pressure? For example: 135/85")


@moment("health.pressure_again")
def pressure_again(words: Words) -> str:
    return words.say(
        "I cannot read this as a blood pressure. Please type both numbers with a stroke "
        "between them, the higher one first. For example: 135/85"
    )


@moment("health.weight")
def weight(words: Words) -> str:
    return words.say("What is the weight in kilograms? For example: 52 kg")


@moment("health.weight_again")
def weight_again(words: Words) -> str:
    return words.say(
        "I cannot read this as a weight. Please type the kilograms. For example: 52, or 52.5"
    )


@moment("health.height")
def height(words: Words) -> str:
    return words.say("And the height? For example: 1 m 55")


@moment("health.height_again")
def height_again(words: Words) -> str:
    return words.say("I cannot read this as a height. For example: 155, or 1 m 55")


@moment("health.figures")
def figures(
    words: Words, pressure: str = "", grams: int | None = None, height: int | None = None
) -> str:
    """`pressure` as it is written, "135/85"; what was not measured is left out."""
    said = []
    if pressure:
        said.append(words.say("blood pressure {pressure}", pressure=pressure))
    if grams is not None:
        said.append(words.say("{kilos} kg", kilos=_kilos(words, grams)))
    if height is not None:
        metres, rest = divmod(height, 100)
        said.append(words.say("{metres} m {rest} tall", metres=metres, rest=f"{rest:02d}"))
    return ", ".join(said) or words.say("nothing measured")


def _kilos(words: Words, grams: int) -> str:
    kilos = f"{grams / 1000:.1f}".removesuffix(".0")
    return kilos.replace(".", ",") if words.language == "vi" else kilos


@moment("health.read_back")
def read_back(words: Words, name: str, figures: Spoken) -> str:
    return words.say("{name}: {figures}. Is that right?", name=name, figures=figures)


@moment("health.own_read_back")
def own_read_back(words: Words, figures: Spoken) -> str:
    return words.say("I write down for you: {figures}. Is that right?", figures=figures)


@moment("health.nothing_measured")
def nothing_measured(words: Words) -> str:
    return words.say("All right, I have written down no figures.")


@moment("health.noted")
def noted(words: Words, name: str) -> str:
    return words.say("I have written it down for {name}.", name=name)


@moment("health.own_noted")
def own_noted(words: Words) -> str:
    return words.say("I have written it down for you.")


@moment("health.very_high")
def very_high(words: Words) -> str:
    return words.say(
        "This is higher than usual. Please sit still for a quarter of an hour and measure once "
        "more. If it is still that high, please go to the health station today.\n"
        "With a bad headache, pain in the chest, trouble breathing, a crooked mouth, a weak arm or "
        "leg, or trouble speaking: please phone 115 at once."
    )


@moment("health.very_low")
def very_low(words: Words) -> str:
    return words.say(
        "This is lower than usual. Please sit or lie down and drink some water. In case of "
        "dizziness, please go to the health station today. If somebody faints, please phone "
        "115 at once."
    )


@moment("health.next_person")
def next_person(words: Words) -> str:
    return words.say("The next person")


@moment("health.she_hears")
def she_hears(words: Words, by: str) -> str:
    return words.say("{by} has written down your health figures of today.", by=by)


@moment("health.she_hears_agreed")
def she_hears_agreed(words: Words, by: str) -> str:
    return words.say(
        "{by} has written down your health figures of today, and says that you agreed to it. If "
        "that is not so, you can have them deleted with one tap.",
        by=by,
    )


@moment("health.look")
def look(words: Words) -> str:
    return words.say("Look at them")


@moment("health.forget")
def forget(words: Words) -> str:
    return words.say("Delete my health figures")


@moment("health.sure_to_forget")
def sure_to_forget(words: Words) -> str:
    return words.say(
        "Shall I delete all your health figures, and keep none from now on? They cannot be "
        "brought back."
    )


@moment("health.forgotten")
def forgotten(words: Words) -> str:
    return words.say("All your health figures are deleted. I keep none from now on.")


@moment("health.kept")
def kept(words: Words) -> str:
    return words.say("All right, your figures stay.")


@moment("health.own")
def own(words: Words, lines: Sequence[Spoken], trend: Spoken = "") -> str:
    if not lines:
        return words.say("No health figures of yours are written down yet.")
    said = [words.say("Your health figures, the newest first:"), bulleted([str(e) for e in lines])]
    if trend:
        said.append(str(trend))
    said.append(words.say("What they mean, the health station can tell you."))
    return "\n".join(said)


@moment("health.line")
def line(words: Words, day: date, figures: Spoken) -> str:
    return f"{day:%d/%m/%Y}: {figures}"


@moment("health.line_of")
def line_of(words: Words, day: date, name: str, figures: Spoken) -> str:
    return f"{day:%d/%m}: {name}, {figures}"


@moment("health.trend")
def trend(words: Words, pressure: str, grams: int | None) -> str:
    """`pressure`: the higher figures from the oldest to the newest; `grams`: by how much."""
    said = []
    if pressure:
        said.append(words.say("Blood pressure, the higher figure: {row}.", row=pressure))
    if grams:
        kilos = _kilos(words, abs(grams))
        said.append(
            words.say("Weight: {kilos} kg more than the time before.", kilos=kilos)
            if grams > 0
            else words.say("Weight: {kilos} kg less than the time before.", kilos=kilos)
        )
    return "\n".join(said)


@moment("health.picture_title")
def picture_title(words: Words) -> str:
    return words.say("As a picture")


@moment("health.picture_of")
def picture_of(words: Words, name: str) -> str:
    return words.say("Picture: {name}", name=name)


@moment("health.picture_comes")
def picture_comes(words: Words) -> str:
    return words.say("Here is the picture. Nobody else gets it.")


@moment("health.nothing_to_draw")
def nothing_to_draw(words: Words) -> str:
    return words.say("There is nothing measured to draw yet.")


@moment("health.measured_title")
def measured_title(words: Words) -> str:
    return words.say("What I measured for others")


@moment("health.measured")
def measured(words: Words, lines: Sequence[Spoken]) -> str:
    if not lines:
        return words.say("You have measured nobody within a month.")
    first = words.say("What you measured within a month. Please tell it to nobody else.")
    return "\n".join([first, bulleted([str(each) for each in lines])])
