"""Where a meeting is held, within a sentence."""

from messages.wording import Words


def where_held(words: Words, place: str) -> str:
    """The place; a meeting that came by the club's own day may have none yet."""
    return place or words.say("where the club usually meets")
