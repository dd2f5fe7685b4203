"""As much of an Ogg Opus file as is needed to trust it and to say how long it is.

Ogg: RFC 3533, section 6. Opus in Ogg: RFC 7845, sections 4 and 5; its clock runs at 48,000 Hz.
"""

import struct

_PAGE = struct.Struct("<4sBBqIIIB")
_SAMPLES_A_SECOND = 48_000
_PRE_SKIP_AT = 10


def opus_seconds(content: bytes) -> float:
    """How long the sound is. Raises ValueError for anything but one whole Ogg Opus stream."""
    at, pages, last, pre_skip = 0, 0, 0, 0
    while at < len(content):
        granule, start, end = _page(content, at)
        if pages == 0:
            pre_skip = _pre_skip(content[start:end])
        last = max(last, granule)
        at, pages = end, pages + 1
    if pages < 3 or last <= pre_skip:
        raise ValueError("no sound in it")
    return (last - pre_skip) / _SAMPLES_A_SECOND


def _page(content: bytes, at: int) -> tuple[int, int, int]:
    """The page's sample count, and where its body begins and ends."""
    if len(content) < at + _PAGE.size:
        raise ValueError("cut off")
    magic, version, _, granule, _, _, _, segments = _PAGE.unpack_from(content, at)
    start = at + _PAGE.size + segments
    end = start + sum(content[at + _PAGE.size : start])
    if magic != b"OggS" or version != 0 or end > len(content):
        raise ValueError("not Ogg, or cut off")
    return granule, start, end


def _pre_skip(head: bytes) -> int:
    """Samples at the start that are not heard."""
    if not head.startswith(b"OpusHead") or len(head) < 19:
        raise ValueError("not Opus")
    return int.from_bytes(head[_PRE_SKIP_AT : _PRE_SKIP_AT + 2], "little")
