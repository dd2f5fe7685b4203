"""What people do in the measurement: one talk after another, each step answered before the next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Say:
    """Types this."""

    text: str


@dataclass(frozen=True, slots=True)
class Tap:
    """Taps the button with this label, or the one at this place, in the latest message with any."""

    button: str | int


Step = Say | Tap
Script = tuple[Step, ...]

ECHO: Script = (Say("cháu ơi"),)


def same_shape(script: Script) -> Script:
    """The talk of a form bot with as many typed and tapped steps in the same order."""
    first, *others = script
    if not isinstance(first, Say):
        raise ValueError("a talk begins with something said")
    rest: list[Step] = [Say("20000") if isinstance(step, Say) else Tap(0) for step in others]
    return (Say("/contribute"), *rest)


def shape(script: Script) -> str:
    """The steps after the command as words, for a form bot's environment: "tap,say,tap"."""
    return ",".join("say" if isinstance(step, Say) else "tap" for step in script[1:])
