"""What hurts programs that read: a right input made wrong, from a seed, each time the same."""

import copy
import json
from collections.abc import Callable
from random import Random
from typing import Any

WORDS = (
    *("", " ", "\0", "\ud83c", "\ud83d\ude00" * 50, "\u202e123", "é" * 300, "ﷺ" * 200, "²", "①"),
    *("-1", "0", "1e309", "NaN", "9" * 30, "9" * 5000, "٣٤", "' or 1=1 --", "<script>alert(1)"),
    *("{0.__class__}", "%s%s%n", "${jndi:ldap://x}", "=1+1", "+84912345678", "../../etc/passwd"),
    *("/start i-" + "A" * 22, "/start@lien_bot x", "s:loan:", "v:menu:", "a:1:0:0", "n:1:stop"),
    *("50 nghìn", "50k", "mùng 5", "30/2", "tháng 13", "thôi", "dạ thôi", "quay lại", "a\nb\r\n"),
    *("một triệu rưỡi" * 40, "e" + "\u0301" * 400, "\N{ZERO WIDTH JOINER}" * 60, "\u200b\ufeff"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63 - 1, 2**63, -(2**63) - 1, 10**400, 1.5, 1e308),
    *(float("nan"), float("inf"), "", [], {}, [[]], [None] * 3, {"": None}, {"id": {}}, "x" * 9000),
)

_EXTREMES = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff")


def worse_words(chance: Random, known: tuple[str, ...]) -> str:
    """Something a person might type, or nobody would."""
    words = chance.choice(known)
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(words) + 1)
        words = chance.choice(
            (
                words[:at] + chance.choice(WORDS) + words[at:],
                words[:at],
                words[at:] + " " + chance.choice(known),
                words.upper(),
                chance.choice(WORDS),
            )
        )
    return words


def worse_json(chance: Random, right: Any) -> Any:
    """The same with one to four things in it changed, taken away, added or put deep inside."""
    value = copy.deepcopy(right)
    for _ in range(chance.randint(1, 4)):
        holder, name = _somewhere(chance, value)
        if holder is None:
            return _anything(chance, value)
        chance.choice(_CHANGES)(chance, holder, name)
    return value


def _somewhere(chance: Random, value: Any) -> tuple[Any, Any]:
    """A place within: what holds it, and its name or number there."""
    places: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        names = list(holder) if isinstance(holder, dict) else range(len(holder))
        for name in names:
            places.append((holder, name))
            if isinstance(holder[name], dict | list):
                waiting.append(holder[name])
    return chance.choice(places) if places else (None, None)


def _anything(chance: Random, old: Any) -> Any:
    if isinstance(old, str) and chance.random() < 0.7:
        return chance.choice(WORDS)
    if chance.random() < 0.1:
        return _deep(chance)
    return copy.deepcopy(chance.choice(VALUES))  # what is made worse next is not the list's own


def _deep(chance: Random) -> Any:
    value: Any = 1
    for _ in range(chance.choice((10, 100, 300, 450))):
        value = [value] if chance.random() < 0.5 else {"message": value}
    return value


def _replace(chance: Random, holder: Any, name: Any) -> None:
    holder[name] = _anything(chance, holder[name])


def _remove(chance: Random, holder: Any, name: Any) -> None:
    del holder[name]


def _add(chance: Random, holder: Any, name: Any) -> None:
    if isinstance(holder, dict):
        holder[chance.choice(("text", "chat", "id", "result", "", "x" * 99))] = _anything(chance, 1)
    else:
        holder.append(_anything(chance, 1))


def _wrap(chance: Random, holder: Any, name: Any) -> None:
    holder[name] = chance.choice(([holder[name]], {"result": holder[name]}, {"x": holder[name]}))


_CHANGES: tuple[Callable[[Random, Any, Any], None], ...] = (
    _replace,
    _replace,
    _remove,
    _add,
    _wrap,
)


def worse_bytes(chance: Random, right: bytes, known: tuple[bytes, ...] = ()) -> bytes:
    """The same with a few bytes turned, lost, doubled, or something else within."""
    data = bytearray(right)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        if not data:
            break
        at = chance.randrange(len(data))
        match chance.randrange(6):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                data[at] = chance.choice((0, 0x7F, 0x80, 0xFF))
            case 2:
                del data[at : at + chance.choice((1, 2, 4, 100))]
            case 3:
                data[at:at] = data[at : at + chance.choice((1, 8, 200))]
            case 4:
                data[at:at] = chance.choice((*known, *_EXTREMES, b"]]>&x;"))
            case 5:
                data[at : at + 4] = chance.choice(
                    (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff")
                )
    return bytes(data[: chance.randrange(len(data) + 1)]) if chance.random() < 0.1 else bytes(data)


def worse_body(chance: Random, right: Any) -> bytes:
    """A body of JSON: mostly JSON still, sometimes not."""
    raw = json.dumps(worse_json(chance, right)).encode()
    if chance.random() < 0.03:
        return b"[" * chance.randrange(900, 1100)
    if chance.random() < 0.05:
        depth = chance.randrange(300, 1050)
        return b'{"update_id":1,"message":' + b"[" * depth + b"]" * depth + b"}"
    return worse_bytes(chance, raw) if chance.random() < 0.2 else raw
