"""What a person sees who opens an address herself, where there is nothing to be seen any more.

Our pages ask by script and show the sentence of an answer; a browser that was sent to a paper shows
whatever comes, and a line of JSON tells nobody anything.
"""

from pathlib import Path

from aiohttp import web

_PAGE = (Path(__file__).parent / "page" / "closed.html").read_text(encoding="utf-8")


def is_looked_at(request: web.Request) -> bool:
    """Whether a person's browser goes there, not a script, a picture within a page or a program."""
    return request.method == "GET" and "text/html" in request.headers.get("Accept", "")


def kind_page(request: web.Request, status: int) -> web.Response:
    """That it cannot be opened here, or not just now, and what to do."""
    later = status >= web.HTTPInternalServerError.status_code
    body = (
        _PAGE.replace("{up}", "../" * (request.path.count("/") - 1))
        .replace("{unless_gone}", " hidden" if later else "")
        .replace("{unless_later}", "" if later else " hidden")
    )
    headers = {"Cache-Control": "no-store"}
    return web.Response(text=body, status=status, content_type="text/html", headers=headers)
