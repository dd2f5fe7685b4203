"""The kinds of paper: a name, a version and the values that its drawer needs."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Concatenate, Generic, ParamSpec

from messages.moments import Moment, moment_of, written
from messages.wording import Words

P = ParamSpec("P")

PNG = "image/png"
JPEG = "image/jpeg"
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper as a file. `file_name` is ASCII; `title` says what it is to who cannot see it."""

    content: bytes
    file_name: str
    mime: str
    title: str
    # Of what somebody has sent: it lies in the books already.
    photo_id: int | None = None

    @property
    def is_picture(self) -> bool:
        return self.mime in {PNG, JPEG}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, not yet drawn. `as_json` and `paper_of` are exact opposites."""

    name: str
    version: int = 1
    values: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> list[Any]:
        return Moment(self.name, self.version, self.values).as_json()


def paper_of(data: list[Any]) -> Paper:
    """The paper that `as_json` wrote."""
    kept = moment_of(data)
    return Paper(kept.name, kept.version, kept.values)


class PaperKind(Generic[P]):
    """A kind of paper: called with values it makes a Paper, `drawn` makes a file of one."""

    def __init__(
        self, name: str, version: int, draw: Callable[Concatenate[Words, P], Drawn]
    ) -> None:
        self.name = name
        self.version = version
        self.draw = draw
        self.parameters = list(inspect.signature(draw).parameters)[1:]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Paper:
        values = dict(zip(self.parameters, args, strict=False)) | kwargs
        return Paper(self.name, self.version, values)


PAPERS: dict[str, PaperKind[Any]] = {}


class UnknownPaper(Exception):
    """A row holds a paper that nobody can draw any more."""


def paper(
    name: str, version: int = 1
) -> Callable[[Callable[Concatenate[Words, P], Drawn]], PaperKind[P]]:
    """Declare a kind of paper by the function that draws it."""

    def declare(draw: Callable[Concatenate[Words, P], Drawn]) -> PaperKind[P]:
        if name in PAPERS:
            raise ValueError(f"two papers are called {name}")
        kind = PaperKind(name, version, draw)
        PAPERS[name] = kind
        return kind

    return declare


def drawn(wanted: Paper, words: Words) -> Drawn:
    """The paper as a file; takes its time, so never inside a transaction. Raises UnknownPaper."""
    kind = PAPERS.get(wanted.name)
    if kind is None or kind.version != wanted.version:
        raise UnknownPaper(f"{wanted.name} {wanted.version}")
    values = {key: _in_words(value, words) for key, value in wanted.values.items()}
    result: Drawn = kind.draw(words, **values)
    return result


def _in_words(value: Any, words: Words) -> Any:
    if isinstance(value, Moment):
        return written(value, words)
    if isinstance(value, list | tuple):
        return [_in_words(each, words) for each in value]
    return value
