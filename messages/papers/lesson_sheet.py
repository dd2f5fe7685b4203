"""A lesson on one page in the largest letters that fit: for the meeting, without a phone."""

from messages.lessons import lesson_called
from messages.papers.kinds import PDF, Drawn, paper
from messages.papers.typesetting import as_pdf
from messages.wording import Words


@paper("lesson_sheet")
def lesson_sheet(words: Words, *, club: str, lesson: str) -> Drawn:
    """Title, steps, the question with its choices, and the answer at the foot."""
    found = lesson_called(lesson)
    to_all = words.to_a_room()
    right = next(each for each in found.choices if each.is_right)
    title = found.title.written(to_all)
    data = {
        "language": words.language,
        "club": club,
        "above": words.say("Lesson {number} in using the phone", number=str(found.number)),
        "title": title,
        "steps": [_lines(each.written(to_all)) for each in found.steps],
        "question": _lines(found.question.written(to_all)),
        "choices": [each.text.written(to_all) for each in found.choices],
        "answer_is": words.say("The answer"),
        "answer": f"{right.text.written(to_all)}. {' '.join(right.answer.written(to_all).split())}",
        "help": words.say("Would you like to do it together? Tell the board at the meeting."),
    }
    name = "bai-hoc" if words.language == "vi" else "lesson"
    return Drawn(as_pdf("lesson.typ", data), f"{name}-{lesson}.pdf", PDF, title)


def _lines(text: str) -> list[str]:
    """Sentences that run on, and points that stand each on a line of its own."""
    lines: list[str] = []
    in_points = False
    for line in text.splitlines():
        is_point = line.startswith("•")
        if lines and not is_point and (not in_points or not lines[-1].endswith((".", "?", "!"))):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
            in_points = is_point
    return lines
