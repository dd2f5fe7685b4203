"""A person's own page on the web."""

from messages.moments import moment
from messages.wording import Words


@moment("my_page.title")
def title(words: Words) -> str:
    return words.say("My own page")


@moment("my_page.close_title")
def close_title(words: Words) -> str:
    return words.say("Close my page")


@moment("my_page.none_here")
def none_here(words: Words) -> str:
    return words.say("There is no page here yet. We can go on talking as we do now.")


@moment("my_page.link")
def link(words: Words, link: str) -> str:
    return words.say(
        "This is the way to your own page:\n{link}\n"
        "Press it, and then press “Open the page”. It opens once, within 48 hours.\n"
        "Please give it to nobody. To close the page, type “close page”.",
        link=link,
    )


@moment("my_page.link_for_them")
def link_for_them(words: Words, link: str) -> str:
    """No longer said; for letters that were written before."""
    return words.say(
        "For somebody who has no such chat there is a page. This opens it:\n{link}", link=link
    )


@moment("my_page.opened_now")
def opened_now(words: Words) -> str:
    return words.say(
        "Your page has just been opened on a phone. If that was not you, type “close page” at once."
    )


@moment("my_page.really_close")
def really_close(words: Words) -> str:
    return words.say("Shall I close your page on every phone? What is in the books stays.")


@moment("my_page.stays_open")
def stays_open(words: Words) -> str:
    return words.say("Then the page stays open.")


@moment("my_page.closed")
def closed(words: Words) -> str:
    return words.say("Your page is closed everywhere. To open it again, type “my page”.")
