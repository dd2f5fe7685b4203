"""Kind words where a program can do nothing: whom to phone, and what may help, follows."""

from messages.moments import moment
from messages.wording import Words


@moment("worries.swindler")
def swindler(words: Words) -> str:
    """What the police of the country tell people to do before anything is lost."""
    return words.say(
        "Please send no money and tell nobody any code. Neither the police nor a bank works like "
        "that by phone. Hang up, and ask your children or the club first."
    )


@moment("worries.ill")
def ill(words: Words) -> str:
    return words.say(
        "I am sorry to hear that. I am no doctor and cannot advise on medicine. Please let your "
        "family take you to the health station; if it is bad, phone 115 at once."
    )


@moment("worries.low")
def low(words: Words) -> str:
    return words.say(
        "I am sorry that it is hard for you now. You are not alone: the people of the club are "
        "glad to see you."
    )


@moment("worries.leaving")
def leaving(words: Words) -> str:
    return words.say(
        "That would be a pity. Who leaves the club is noted by the board; nothing has changed by "
        "this message. Please tell one of them."
    )


@moment("worries.savings")
def savings(words: Words) -> str:
    return words.say(
        "I cannot pay money out. What you have paid in is kept by the board; please ask one of "
        "them."
    )


@moment("worries.seen_by")
def seen_by(words: Words) -> str:
    return words.say(
        "What you told me you can see yourself, and so can those of the board whose work it is. "
        "What there is, “my data” shows you."
    )


@moment("worries.broken")
def broken(words: Words) -> str:
    return words.say(
        "A phone that stands still often helps itself: switch it off, wait a minute, switch it on. "
        "If not, somebody can come and look at it."
    )


@moment("worries.shorter_words")
def shorter_words(words: Words) -> str:
    """The same, to who belongs to no club yet."""
    return words.say(
        "Sorry, I still do not understand. Please say it in a few words, or choose here:"
    )


@moment("worries.a_few_words")
def a_few_words(words: Words) -> str:
    """The second time running that nothing was understood where nothing is asked."""
    return words.say(
        "Sorry, I still do not understand. A few words are enough, such as “fee”, “meeting” or "
        "“loan”. Or choose here:"
    )
