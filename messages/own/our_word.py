"""The word between her and Liên, and how one finds out whether Liên is genuine."""

from messages.moments import moment
from messages.wording import Words


@moment("our_word.title")
def title(words: Words) -> str:
    return words.say("Our word")


@moment("our_word.opens")
def opens(words: Words, word: str) -> str:
    """The first line of a message about money."""
    return words.say("Our word: “{word}”", word=word)


@moment("our_word.which")
def which(words: Words) -> str:
    return words.say(
        "Choose a word that only you and I know, such as “red rice” or a flower you like. "
        "From then on every message of mine about money begins with it. A message about "
        "money without it is not from me. Please tell the word to nobody. Which word?"
    )


@moment("our_word.what_now")
def what_now(words: Words, word: str) -> str:
    return words.say("Our word is “{word}”. Shall it stay?", word=word)


@moment("our_word.way")
def way(words: Words, way: str) -> str:
    return {
        "keep": words.say("It stays"),
        "change": words.say("Choose another word"),
        "take_away": words.say("Do without a word"),
    }[way]


@moment("our_word.read_back")
def read_back(words: Words, word: str) -> str:
    return words.say("Our word will be “{word}”. Is that right?", word=word)


@moment("our_word.kept")
def kept(words: Words) -> str:
    return words.say("Our word stays as it was.")


@moment("our_word.set")
def set_(words: Words, word: str) -> str:
    if not word:
        return words.say("We have no word any more. You can choose one whenever you like.")
    return words.say(
        "From now on every message of mine about money begins with “{word}”. If one does not, "
        "please do nothing it says and ask your board.",
        word=word,
    )


@moment("genuine.title")
def genuine_title(words: Words) -> str:
    return words.say("Is it really Liên?")


@moment("genuine.how_to_tell")
def how_to_tell(words: Words, word: str, known: bool) -> str:
    parts = [
        words.say(
            "It is good that you ask. This is how you know the real Liên:\n"
            "• I never phone.\n"
            "• I never ask for passwords, codes of a bank or photos of papers.\n"
            "• I never send a link to pay, and never another account for money.\n"
            "• I never hurry anybody."
        )
    ]
    if word:
        parts.append(words.say("Only the real Liên knows our word. It is “{word}”.", word=word))
    elif known:
        parts.append(
            words.say("Choose a word between us, then every message about money begins with it.")
        )
    parts.append(
        words.say(
            "Anybody who writes otherwise in my name is a cheat: please do not answer, send "
            "nothing, and tell somebody of your board in person."
        )
    )
    return "\n".join(parts)
