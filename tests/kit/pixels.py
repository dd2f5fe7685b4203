"""A PNG of eight bits a colour as light and dark, for readers that take plain pixels."""

import struct
import zlib

_COLOURS = {0: 1, 2: 3, 4: 2, 6: 4}


def light_and_dark(png: bytes) -> memoryview:
    """Rows of one byte a pixel, from the first colour of each."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, packed, head = 8, b"", b""
    while at < len(png):
        length = struct.unpack(">I", png[at : at + 4])[0]
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        head = content if kind == b"IHDR" else head
        packed += content if kind == b"IDAT" else b""
        at += length + 12
    width, height, depth, colour = struct.unpack(">IIBB", head[:10])
    assert depth == 8
    step = _COLOURS[colour]
    rows = _unfiltered(zlib.decompress(packed), width * step, step)
    return memoryview(b"".join(row[::step] for row in rows)).cast("B", shape=[height, width])


def _unfiltered(data: bytes, length: int, step: int) -> list[bytes]:
    """Each row as it was before it was written as differences."""
    rows, above = [], bytearray(length)
    for at in range(0, len(data), length + 1):
        row = bytearray(data[at + 1 : at + 1 + length])
        for place in range(length):
            left = row[place - step] if place >= step else 0
            corner = above[place - step] if place >= step else 0
            row[place] = (row[place] + _guess(data[at], left, above[place], corner)) & 255
        rows.append(bytes(row))
        above = row
    return rows


def _guess(way: int, left: int, up: int, corner: int) -> int:
    match way:
        case 1:
            return left
        case 2:
            return up
        case 3:
            return (left + up) // 2
        case 4:
            near = left + up - corner
            return min((left, up, corner), key=lambda each: abs(near - each))
    return 0
