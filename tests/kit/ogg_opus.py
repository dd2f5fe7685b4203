"""A second reader of Ogg Opus, by the standards alone and with their checksums.

Ogg: RFC 3533. Opus in Ogg: RFC 7845. It shares nothing with what the program itself reads by.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_SAMPLES_A_SECOND = 48_000


class NotOggOpus(Exception):
    """What is wrong with the file."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What a player would say about the file."""

    seconds: float
    channels: int
    pages: int


@dataclass(frozen=True, slots=True)
class _Page:
    flags: int
    granule: int
    serial: int
    sequence: int
    body: bytes


def read_ogg_opus(content: bytes) -> Sound:
    """The sound in a whole file with one Opus stream. Raises NotOggOpus."""
    pages = list(_pages(content))
    if len(pages) < 3 or not pages[0].body.startswith(b"OpusHead"):
        raise NotOggOpus("no Opus stream with sound")
    if not pages[1].body.startswith(b"OpusTags"):
        raise NotOggOpus("no tags on the second page")
    if not pages[0].flags & 2 or not pages[-1].flags & 4:
        raise NotOggOpus("no beginning or no end of the stream")
    if [page.sequence for page in pages] != list(range(len(pages))):
        raise NotOggOpus("pages are missing")
    if len({page.serial for page in pages}) != 1:
        raise NotOggOpus("more than one stream")
    skipped = int.from_bytes(pages[0].body[10:12], "little")
    seconds = (pages[-1].granule - skipped) / _SAMPLES_A_SECOND
    return Sound(seconds, pages[0].body[9], len(pages))


def _pages(content: bytes) -> Iterator[_Page]:
    at = 0
    while at < len(content):
        head = content[at : at + 27]
        if len(head) < 27 or not head.startswith(b"OggS\0"):
            raise NotOggOpus(f"no page at byte {at}")
        lengths = content[at + 27 : at + 27 + head[26]]
        end = at + 27 + head[26] + sum(lengths)
        page = content[at:end]
        if len(page) != end - at:
            raise NotOggOpus("the last page is cut off")
        if _checksum(page[:22] + bytes(4) + page[26:]) != int.from_bytes(head[22:26], "little"):
            raise NotOggOpus(f"the page at byte {at} is damaged")
        yield _Page(
            flags=head[5],
            granule=int.from_bytes(head[6:14], "little"),
            serial=int.from_bytes(head[14:18], "little"),
            sequence=int.from_bytes(head[18:22], "little"),
            body=content[at + 27 + head[26] : end],
        )
        at = end


def _table() -> list[int]:
    table = []
    for value in range(256):
        rest = value << 24
        for _ in range(8):
            rest = (rest << 1) ^ (0x04C11DB7 if rest & 0x80000000 else 0)
        table.append(rest & 0xFFFFFFFF)
    return table


_TABLE = _table()


def _checksum(page: bytes) -> int:
    rest = 0
    for each in page:
        rest = (rest << 8 & 0xFFFFFFFF) ^ _TABLE[rest >> 24 ^ each]
    return rest


# An Opus packet of 20 ms in which nothing is heard.
_SILENCE = b"\xf8\xff\xfe"
_PACKET_SAMPLES = 960


def silent_ogg_opus(seconds: float) -> bytes:
    """A true file of so many seconds in which nothing is heard."""
    packets = max(1, round(seconds * _SAMPLES_A_SECOND / _PACKET_SAMPLES))
    head = b"OpusHead\x01\x01" + bytes(2) + _SAMPLES_A_SECOND.to_bytes(4, "little") + bytes(3)
    pages = [_page(0, flags=2, granule=0, packets=[head])]
    pages.append(_page(1, flags=0, granule=0, packets=[b"OpusTags" + bytes(8)]))
    for first in range(0, packets, 50):
        last = min(packets, first + 50)
        flags = 4 if last == packets else 0
        granule = last * _PACKET_SAMPLES
        body = [_SILENCE] * (last - first)
        pages.append(_page(len(pages), flags=flags, granule=granule, packets=body))
    return b"".join(pages)


def _page(sequence: int, *, flags: int, granule: int, packets: list[bytes]) -> bytes:
    head = b"OggS\0" + bytes([flags]) + granule.to_bytes(8, "little") + b"Lien"
    head += sequence.to_bytes(4, "little")
    rest = bytes([len(packets), *map(len, packets)]) + b"".join(packets)
    return head + _checksum(head + bytes(4) + rest).to_bytes(4, "little") + rest
