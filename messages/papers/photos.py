"""A picture or recording that somebody has sent, shown to somebody else after a message.

Nothing is drawn: the bytes are read when the message goes out, and whether its hearer may see them
is asked then.
"""

from messages.papers.kinds import Paper

NAME = "sent_photo"


def photo_paper(photo_id: int) -> Paper:
    """For `Card.papers`: the picture or recording of this number."""
    return Paper(NAME, 1, {"photo": photo_id})
