"""A sentence for everything that can be wrong with a file of lessons, and what replaces what."""

from collections.abc import Callable, Mapping

from messages.lessons.files import Fault
from messages.wording import Words

Sentence = Callable[[Words, str], str]

SENTENCES: Mapping[str, Sentence] = {
    "wrong_name": lambda w, v: w.say(
        "the name of the file is wrong; right would be 25-garden.toml (number and word) or "
        "tips.toml"
    ),
    "unreadable": lambda w, v: w.say("the file cannot be read: {why}", why=v),
    "empty_file": lambda w, v: w.say("the file is empty"),
    "byte_order_mark": lambda w, v: w.say(
        "the file begins with a byte order mark; please save it as UTF-8 without BOM"
    ),
    "not_utf8": lambda w, v: w.say(
        "the letters are no UTF-8 (an old Vietnamese encoding?); please save it as UTF-8"
    ),
    "no_toml": lambda w, v: w.say("this is no TOML: {why}", why=v),
    "no_files": lambda w, v: w.say("there is no lesson and no tips.toml in this folder"),
    "unknown_part": lambda w, v: w.say("no such part is known; is the word written right?"),
    "missing_part": lambda w, v: w.say("this part is missing"),
    "missing_translation": lambda w, v: w.say("the text in this language is missing"),
    "no_text": lambda w, v: w.say('here a text should stand, in quotation marks: vi = "…"'),
    "empty_text": lambda w, v: w.say("the text is empty"),
    "wrong_count": lambda w, v: w.say("there are {found} of these", found=v),
    "no_right_choice": lambda w, v: w.say("none of the choices has right = true"),
    "several_right": lambda w, v: w.say("several choices have right = true; only one may"),
    "same_choices": lambda w, v: w.say("two choices read alike ({language})", language=v),
    "too_long": lambda w, v: w.say("the text is too long: {count} letters", count=v),
    "too_many_lines": lambda w, v: w.say("too many lines: {count}", count=v),
    "long_line": lambda w, v: w.say("this line is longer than 60 letters: {line}", line=v),
    "empty_line": lambda w, v: w.say("an empty line stands within the text"),
    "braces": lambda w, v: w.say("a curly bracket is open or closed alone"),
    "unknown_placeholder": lambda w, v: w.say(
        "{found} is not known; there are {known}, and only in Vietnamese",
        found=v,
        known="{you} {You} {me} {Me}",
    ),
    "not_composed": lambda w, v: w.say(
        "marks stand apart from their letters; please type the text again with Unicode (NFC)"
    ),
    "web_address": lambda w, v: w.say(
        "“{found}” is a web address; Liên never sends any, that is how swindlers write", found=v
    ),
    "foreign_word": lambda w, v: w.say(
        "“{word}” is no Vietnamese word; please put it plainly, or explain it in the same text "
        "with “đọc là”",
        word=v,
    ),
    "form_of_address": lambda w, v: w.say(
        "“{word}” is not what everybody is called; please write {place}",
        word=v,
        place="{you}, {me}",
    ),
    "impolite_end": lambda w, v: w.say("the last line does not end with “ạ”: {line}", line=v),
    "order": lambda w, v: w.say(
        "this is an order; please ask, with “mời”, “giúp” or {you} in front: {line}",
        line=v,
        you="{you}",
    ),
    "number_twice": lambda w, v: w.say("its number is that of {file} too", file=v),
    "code_twice": lambda w, v: w.say("its name is that of {file} too", file=v),
}


def fault_said(words: Words, fault: Fault) -> str:
    """One line: the file, the line, the part, and what is wrong with it."""
    where = fault.file
    if fault.line:
        where = words.say("{file}, line {line}", file=where, line=str(fault.line))
    if fault.part:
        where = f"{where} ({fault.part})"
    return f"{where}: {SENTENCES[fault.kind](words, fault.what)}"


def all_well(words: Words, lessons: int, tips: int) -> str:
    return words.say(
        "Nothing is wrong: {lessons} lessons, {tips} tips.", lessons=lessons, tips=tips
    )


def replaced(words: Words, files: str) -> str:
    return words.say("In place of the lessons that come along: {files}", files=files)


def added(words: Words, files: str) -> str:
    return words.say("Beside the lessons that come along: {files}", files=files)


def faults_in_all(words: Words, count: int) -> str:
    return words.plural("{count} fault.", "{count} faults.", count)
