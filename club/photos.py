"""Pictures and recordings that people send: how large, how long they are kept, who may see them.

Club rules, F.9: re-encoded, at most 40 megapixels, shown only after a look at the viewer's rights.
"""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

from club.members import Action, Role
from club.rights import may

MOST_BYTES = 20 * 1024 * 1024
MOST_BYTES_ON_PAGE = 10 * 1024 * 1024
MOST_BYTES_OF_VOICE = 5 * 1024 * 1024
LONGEST_VOICE_SECONDS = 600

# Until it belongs to something.
UNCLAIMED = timedelta(days=7)
_MONEY_RECORDS = timedelta(days=3653)


class About(StrEnum):
    """What a picture belongs to; `subject` is a number of that kind."""

    RECEIPT = "receipt"  # a payment slip
    WITNESS = "witness"  # cash handed to somebody without a phone: slip and thumbprint
    SHEET = "sheet"  # the signed sheet of a meeting's table
    MINUTES = "minutes"  # a meeting
    ACTIVITY = "activity"
    SHOWN_ACTIVITY = "shown_activity"  # the same; all who can be seen in it have agreed
    FACE = "face"  # a person


class Problem(StrEnum):
    """Why what was sent could not be kept; messages.photos has a sentence for each."""

    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    NOT_A_PICTURE = "not_a_picture"
    PHONE_FORMAT = "phone_format"  # HEIC, as newer phones keep pictures
    NOT_A_RECORDING = "not_a_recording"
    TOO_LONG = "too_long"
    NOT_FETCHED = "not_fetched"
    ENOUGH_FOR_NOW = "enough_for_now"
    PHOTO_WANTED = "photo_wanted"
    VOICE_WANTED = "voice_wanted"


_SEEN_BY: dict[About, Action] = {
    About.RECEIPT: Action.SEE_VOUCHERS,
    About.WITNESS: Action.SEE_VOUCHERS,
    About.SHEET: Action.SEE_VOUCHERS,
    About.MINUTES: Action.SEE_MINUTES,
    # People on it have been asked by nobody yet (Club rules, G.1: silence is no).
    About.ACTIVITY: Action.SEE_VOUCHERS,
    About.SHOWN_ACTIVITY: Action.SEE_MINUTES,
    # Whoever is visited sees it too, once the visit is agreed: who that is, storage knows.
    About.FACE: Action.OPEN_SESSION,
}
_KEPT: dict[About, timedelta] = {
    About.RECEIPT: _MONEY_RECORDS,
    About.WITNESS: _MONEY_RECORDS,
    About.SHEET: _MONEY_RECORDS,
    About.MINUTES: _MONEY_RECORDS,
    About.ACTIVITY: timedelta(days=3 * 365),
    About.SHOWN_ACTIVITY: timedelta(days=3 * 365),
    About.FACE: timedelta(days=365),
}


def may_see(about: About, roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles in the picture's club may see it (F.9)."""
    return may(roles, _SEEN_BY[about])


def kept_for(about: About) -> timedelta:
    """How long: what proves money moved as long as money records, ten years (G.3)."""
    return _KEPT[about]
