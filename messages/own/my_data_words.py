"""What the codes in a person's own data mean."""

from functools import lru_cache

from messages.wording import Words


@lru_cache(4)
def code_words(words: Words) -> dict[str, str]:
    """By code: what it means."""
    return _code_words_1(words) | _code_words_2(words) | _code_words_3(words)


def _code_words_1(words: Words) -> dict[str, str]:
    return {
        "female": words.say("woman"),
        "male": words.say("man"),
        "member": words.say("member"),
        "left": words.say("left"),
        "died": words.say("passed away"),
        "asked": words.say("asked"),
        "refused": words.say("refused"),
        "chat": words.say("in the chat"),
        "signature": words.say("signature"),
        "thumbprint": words.say("thumbprint"),
        "witness": words.say("before a witness"),
        "spoken": words.say("spoken"),
        "membership": words.say("membership"),
        "poverty": words.say("circumstances"),
        "health": words.say("health figures"),
        "photo": words.say("own photo"),
        "golden_heart": words.say("name in the Golden Heart book"),
        "helping": words.say("typing for somebody"),
        "volunteering": words.say("volunteering"),
        "praise": words.say("name for praise"),
        "hardship": words.say("hardship"),
        "poor": words.say("poor"),
        "near_poor": words.say("near-poor"),
        "none": words.say("none"),
    }


def _code_words_2(words: Words) -> dict[str, str]:
    return {
        "chair": words.say("chair"),
        "deputy": words.say("deputy"),
        "secretary": words.say("secretary"),
        "bookkeeper": words.say("bookkeeper"),
        "cashier": words.say("cashier"),
        "group_leader": words.say("group leader"),
        "checker": words.say("checker"),
        "officer": words.say("officer"),
        "yes": words.say("yes"),
        "no": words.say("no"),
        "lift": words.say("needs a lift"),
        "waiting": words.say("waiting"),
        "confirmed": words.say("confirmed"),
        "taken_back": words.say("taken back"),
        "open": words.say("open"),
        "closed": words.say("closed"),
        "answered": words.say("answered"),
        "running": words.say("running"),
        "repaid": words.say("repaid"),
        "written_off": words.say("written off"),
        "withdrawn": words.say("withdrawn"),
        "agreed": words.say("agreed"),
        "expired": words.say("expired"),
        "done": words.say("done"),
    }


def _code_words_3(words: Words) -> dict[str, str]:
    return {
        "money": words.say("money"),
        "goods": words.say("goods"),
        "days": words.say("working days"),
        "paperwork": words.say("paperwork"),
        "digital": words.say("phone lessons"),
        "green": words.say("green living"),
        "taking": words.say("taking part"),
        "dropped": words.say("dropped"),
        "right": words.say("right"),
        "wrong": words.say("wrong"),
        "skipped": words.say("skipped"),
        "vi": words.say("Vietnamese"),
        "en": words.say("English"),
        "meeting": words.say("in the meeting"),
        "hand": words.say("by hand"),
        "hands": words.say("by hand"),
        "bank": words.say("by transfer"),
        "fee": words.say("fee"),
        "web": words.say("the page"),
        "gift": words.say("gift"),
        "repayment": words.say("repayment"),
        "cancelled": words.say("called off"),
        "transfer": words.say("by transfer"),
    }
