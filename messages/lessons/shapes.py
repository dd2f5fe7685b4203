"""What a lesson and a tip are made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from messages.wording import Words


@dataclass(frozen=True, slots=True)
class Text:
    """One text in every language; lines are broken where they should be on a phone."""

    by_language: Mapping[str, str]

    def written(self, words: Words) -> str:
        """The text as this person reads it."""
        # No catalogue knows these sentences: they pass through, and the address is filled in.
        return words.say(self.by_language[words.language])


@dataclass(frozen=True, slots=True)
class LessonChoice:
    """One of the answers to a lesson's question, and the kind word it gets."""

    text: Text
    answer: Text
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson; the code is for ever, since rows remember who had which lesson.

    number: its place in the curriculum; steps: one screen each; offer: asks whether somebody should
    come and show it.
    """

    code: str
    number: int
    title: Text
    steps: tuple[Text, ...]
    question: Text
    choices: tuple[LessonChoice, ...]
    offer: Text


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip for a green and clean home."""

    code: str
    text: Text
