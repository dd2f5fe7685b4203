"""Words about a meeting go to everybody, so they hold no link and no account (Club rules, F.6)."""

from club.broadcasts import not_for_all
from handlers.dialogue.asking import Ask
from messages.moments import Moment
from messages.settings.broadcasts import again

MOST_TRIES = 3


async def text_for_many(
    ask: Ask,
    name: str,
    prompt: Moment,
    *,
    may_skip: bool = False,
    cues: tuple[str, ...] = (),
) -> str:
    """A text, asked anew while something stands in it that must not; the change looks once more."""
    text = ""
    for place in range(MOST_TRIES):
        tried = name if place == 0 else f"{name}_{place + 1}"
        text = await ask.text(tried, prompt, may_skip=may_skip, cues=cues)
        wrong = not_for_all(text)
        if wrong is None:
            break
        prompt = again(wrong.value)
    return text
