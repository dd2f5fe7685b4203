"""The files of which the members' page is made: small, packed, and kept by the phone.

A phone that has been here before opens the page without asking anybody (worker.js).
"""

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

PAGE = Path(__file__).parent / "page"
FIRST = "member.html"
WORKER = "worker.js"
KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}


_NAMED = re.compile(r'''"page/([\w-]+\.\w+)"|(?:from|import) "\./([\w-]+\.js)"''')


def files_of_page() -> list[str]:
    """The page and every file that it, or one of those, names."""
    found, waiting = dict.fromkeys([FIRST]), [FIRST]
    while waiting:
        text = (PAGE / waiting.pop()).read_text(encoding="utf-8")
        named = ["".join(each) for each in _NAMED.findall(text)]
        waiting += [name for name in dict.fromkeys(named) if name not in found]
        found |= dict.fromkeys(named)
    return list(found)


@dataclass(frozen=True, slots=True)
class File:
    """One file as it goes over the line."""

    plain: bytes
    packed: bytes
    kind: str
    tag: str


class Shell:
    """The page's files, read once."""

    def __init__(self) -> None:
        self._files = {name: packed_file(name) for name in files_of_page()}
        self._worker = _file(WORKER, self._version() + (PAGE / WORKER).read_bytes())

    def _version(self) -> bytes:
        """What the worker has to know: a changed file makes another version of all of them."""
        together = hashlib.sha256("".join(each.tag for each in self._files.values()).encode())
        files = json.dumps([f"page/{name}" for name in self._files if name != FIRST])
        return f'const VERSION = "{together.hexdigest()[:16]}";\nconst FILES = {files};\n'.encode()

    async def page(self, request: web.Request) -> web.StreamResponse:
        """The page itself; who may see more is asked later."""
        return answer_with(request, self._files[FIRST])

    async def file(self, request: web.Request) -> web.StreamResponse:
        """One of its files."""
        found = self._files.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return answer_with(request, found)

    async def worker(self, request: web.Request) -> web.StreamResponse:
        """What keeps the page on the phone."""
        return answer_with(request, self._worker)


def packed_file(name: str) -> File:
    """One file of the page's folder."""
    return _file(name, (PAGE / name).read_bytes())


def _file(name: str, plain: bytes) -> File:
    kind = KINDS[Path(name).suffix]
    tag = f'"{hashlib.sha256(plain).hexdigest()[:20]}"'
    return File(plain, gzip.compress(plain, 9, mtime=0), kind, tag)


def answer_with(request: web.Request, file: File) -> web.Response:
    """The file, packed where that is understood, or that it has not changed."""
    headers = {"ETag": file.tag, "Vary": "Accept-Encoding"}
    if file.tag in request.headers.get("If-None-Match", ""):
        return web.Response(status=304, headers=headers)
    body = file.plain
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        body, headers["Content-Encoding"] = file.packed, "gzip"
    return web.Response(body=body, content_type=file.kind, charset="utf-8", headers=headers)
