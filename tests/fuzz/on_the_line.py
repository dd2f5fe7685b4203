"""Whole requests as bytes on a line, made worse: heads, lengths and bodies that do not fit."""

import json
from random import Random
from urllib.parse import quote

from tests.fuzz.nasty import WORDS, worse_bytes, worse_words
from tests.kit.http_door import WEBHOOK_SECRET, HttpDoor
from tests.kit.raw_requests import answered, request, status_of

_PATIENCE_SECONDS = 0.7  # what is only half sent is waited for by the other side
_PLACES = (
    *("/", "/worker.js", "/page/member.js", "/my/messages?after=0", "/my/table", "/paper/"),
    *("/my/papers/1", "/paper/file", "/my/say", "/my/press", "/my/enter", "/my/table/entry"),
    *("/paper/open", "/my/photo?key=a", "/telegram", "/zalo", "/lent/" + "A" * 22, "/my/events"),
)
_METHODS = (*("GET",) * 8, *("POST",) * 8, "HEAD", "PUT", "OPTIONS", "TRACE", "get", "G\0T", "")
_KINDS = (b"application/json", b"image/jpeg", b"text/plain", b"multipart/form-data", b"\xff/", b"")
_LENGTHS = (b"0", b"1", b"-1", b"+5", b"0x10", b"5, 5", b"9" * 40, b"1e3", b" ")
_STRANGE = (
    *(b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked", b"Upgrade: h2c"),
    *(b"Content-Encoding: gzip", b"Content-Encoding: br", b"Expect: 100-continue", b"Expect: x"),
    *(b"Connection: Upgrade", b"X-HTTP-Method-Override: DELETE", b"Host: evil.example", b"Host:"),
    *(b"Origin: null", b"Range: bytes=0-0,1-1", b"If-None-Match: *", b" folded", b"X: \0", b":"),
    *(b"X: " + b"a" * 9000, b"Cookie: lien_page=\xff", b"Forwarded: for=::1;host=x", b"X: a\nY: b"),
)
_ENDS = (b"", b"", b"", b"\r\n0\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"\0" * 99)


async def lines(chance: Random, door: HttpDoor) -> int:
    """The status of the first answer; 0 where none came."""
    one = chance.choice(door.people)
    cookie = b"Cookie: lien_page=%s; lien_paper=%s" % (one.cookie.encode(), one.lent.encode())
    secret = b": " + WEBHOOK_SECRET.encode()
    headers = [
        *(b"X-Telegram-Bot-Api-Secret-Token" + secret, b"X-Bot-Api-Secret-Token" + secret),
        *(b"Content-Type: " + chance.choice((*_KINDS[:2] * 4, *_KINDS)), cookie),
        *chance.sample(_STRANGE, chance.choice((0, 0, 0, 1, 1, 2))),
    ]
    chance.shuffle(headers)
    body = json.dumps({"key": f"l{chance.randrange(10**9)}", "text": "chào"}).encode()
    if chance.random() < 0.1:
        headers.append(b"Content-Length: " + chance.choice(_LENGTHS))
    if chance.random() < 0.3:
        body = worse_bytes(chance, body)
    place = chance.choice(_PLACES).encode()
    if chance.random() < 0.3:
        word = worse_words(chance, WORDS).encode("utf-8", "replace")[:3000]
        place += word if chance.random() < 0.2 else quote(word).encode()
    sent = request(chance.choice(_METHODS), place, headers, body) + chance.choice(_ENDS)
    sent = worse_bytes(chance, sent) if chance.random() < 0.15 else sent
    return status_of(await answered(door, sent, patience=_PATIENCE_SECONDS, whole=False))
