"""A sentence in English in the few words by which Liên knows what is wished: "I'd like to pay my
fee for October, please" is "paid the fee for october".

Whoever types English types sentences; the words that open something are short. A sentence that
denies something is left alone, but where just that is wished.
"""

import re

from messages.understand.mentioned import sums_mentioned
from messages.understand.money import read_money
from messages.understand.plain import plain
from messages.understand.readings import Value
from messages.understand.spoken_language import clearly_vietnamese

LONGEST = 200

_LONG = (
    (re.compile(r"[’`´]"), "'"),
    (re.compile(r"\bcan'?t\b"), "cannot"),
    (re.compile(r"\bwon'?t\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\b(i|you|we|he|she|it|they)'d\b"), r"\1 would"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"\b(what|where|who|when|it|that|how|here)'s\b"), r"\1 is"),
    (re.compile(r"[!?;:\"()]|[.,](?!\d)|\b(?:please|kindly)\b"), " "),
)
_FRONT = re.compile(
    r"(?:(?:hello|hi|hey|dear|sorry|excuse me|okay|ok|well|so|and|just|also|now|then|lien"
    r"|i (?:would|should) (?:like|love)|i want|i wish|i need|i have got|i have"
    r"|i am (?:going|trying)|i plan|i think|i will|i am here|let me|let us|can i"
    r"|could i|may i|shall i|should i|can you"
    r"|could you|would you|will you|can we|we (?:want|need|would like)|help me|how do i|how can i"
    r"|how do you|how to|where do i|where can i|is it possible|am i able|are we able|show me"
    r"|tell me|give me|send me|to"
    r"|(?:i|we)(?= (?:paid|gave|donated|brought|sent|handed|made|pressed|pushed|hit|tapped)\b)) )*"
)
_END = re.compile(
    r"(?: (?:thanks|thank you|dear|lien|now|for me|if possible|with you|right away|again))*$"
)
_SMALL = re.compile(r"\b(?:my|our|your|the|a|an|some|this|all of) (?=\w)")
_DENIES = re.compile(r"\b(?:not|cannot|never|nobody|no longer|without)\b")

_FEES = r"(?:(?:monthly|club|membership|member|club's|month) )*(?:fees?|dues|subscription)"
_PAYS = (
    r"(?:pay|paid|paying|hand(?:ed)? in|hand(?:ed)? over|give|gave|bring|brought|send|sent|settle"
    r"|settled|transfer|transferred|here is|here are|this is)"
)
_GIVES = r"(?:give|gave|donate|donated|contribute|contributed|offer|make|made|put)"
_FUND = r"(?:golden heart(?: book| fund)?|fund|club|poor|charity)"
# What may stand behind a fee: for when it is, how much, to whom it was handed.
_WHEN_OR_HOW_MUCH = re.compile(
    r"(?:(?:of|for|is|to|in|and|until|up|through|month|months|year|today|yesterday|already|next"
    r"|last|whole|cashier|meeting|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dong"
    r"|vnd|k|cash|club|at|by|on|to (?:(?:mr|mrs|ms|uncle|aunt) )?[a-z]+|\d[\d.,]*k?) )*"
)

_Rule = tuple[re.Pattern[str], str]


def _rules(*pairs: tuple[str, str]) -> tuple[_Rule, ...]:
    return tuple((re.compile(pattern), words) for pattern, words in pairs)


# Looked at before anything polite is taken off; these may deny.
_WHOLE = _rules(
    (r"(?:.* )?(?:do not|stop|no more) (?:remind|sending|writing|messag|text).*", "reminders"),
    (r"how much (?:money )?(?:do|have|did) i (?:still )?(?:owe|have to pay)(?: .*)?", "my account"),
    (r"what do i (?:still )?owe.*|do i (?:still )?owe .*|am i paid up.*", "my account"),
    (r"how much (?:have|did) i (?:paid?|given?|contributed?)\b.*", "my account"),
    (r"(?:did|have) i (?:already )?(?:pay|paid)\b.*|what have i (?:paid|given).*", "my account"),
    (r"what is my balance.*|(?:until|to) (?:when|which month) have i paid.*", "my account"),
    (r"(?:when|what|how much|how many) .*\b(?:pay back|repay|instal?lments?)\b.*", "my loans"),
    (r"how much (?:of|is left of|is left on|is) .*\bloan\b.*|what is left of .*loan.*", "my loans"),
    (
        r"(?:when|where|what time|which day|what day|at what time|is there|is) .*\bmeeting\b.*",
        "meeting",
    ),
    (r"what (?:can|do) (?:you|i) do(?: here| for me| now)?|how does (?:this|it) work", "help"),
    (
        r"what do you know (?:about|of) me.*|what (?:data )?(?:is|do you have) .*about me.*",
        "my data",
    ),
    (r"what (?:do i have|is there) to do.*|what is (?:waiting|open)(?: for me)?", "tasks"),
    (r"who (?:has|have|did) not (?:yet )?pai?[dy].*|who (?:still )?owes.*", "who has not paid"),
    (r"how much (?:money )?(?:do we have|does the club have|is in the fund|is there).*", "funds"),
    (r"who (?:is coming|comes|will come|is going)\b.*|how many (?:are|will) com.*", "attendance"),
    (r"(?:that|this|it) (?:was|is) (?:wrong|a mistake)(?: .*)?", "take back"),
    (r"(?:i )?(?:have )?already paid.*|i (?:have )?paid .*already.*", "my account"),
    (r"(?:the|my|this|that) receipt is (?:wrong|not (?:right|correct|mine)).*", "my account"),
    (r"never mind|forget it|nothing", "stop"),
)
# Of what is left without politeness and small words.
_CORE = _rules(
    (r"(?:pressed|pushed|hit|tapped) wrong (?:button|key|one)|made mistake|mistake", "take back"),
    (
        r"(?:undo|cancel|take back|withdraw|delete)"
        r"(?: (?:it|that|last|one|contribution|payment|gift))*",
        "take back",
    ),
    (r"(?:change|switch)(?: to)?(?: language.*| (?:vietnamese|english))", "language"),
    (r"(?:speak|talk|write|use)(?: (?:to me|with me|in))* (?:vietnamese|english)", "language"),
    (r"in (?:vietnamese|english)", "language"),
    (
        r"(?:delete|erase|remove|forget) (?:(?:everything|all)(?: of)? )?"
        r"(?:data|me|account|information|myself)(?: .*)?",
        "erase my data",
    ),
    (r"(?:see|get|download|have|export)? ?(?:copy of )?(?:personal )?data(?: file)?", "my data"),
    (r"(?:see|check|open|look at)? ?(?:account|balance|payments|contributions)", "my account"),
    (r"(?:(?:see|check|open|look at|read) )?golden heart book", "golden heart book"),
    (r"(?:(?:see|check|open|look at|read) )?(?P<rest>passbook|loans?|hours|sessions)", "my {rest}"),
    (r"print (?P<rest>passbook)", "print my {rest}"),
    (
        r"(?:talk|speak|chat) (?:to|with) (?:real |living )?"
        r"(?:human|person|somebody|someone|human being)(?: .*)?",
        "person",
    ),
    (
        r"(?:get|have|want|need|call)? ?(?:me )?(?:real |living )?"
        r"(?:human|person|human being|operator)",
        "person",
    ),
    (r"(?:practi[sc]e|try)(?: (?:it|this|first|out|once))*", "practise"),
    (r"read (?:it|that|this|out|message|aloud|loud|out loud)(?: .*)?", "read it to me"),
    (
        r"(?:become|be|work as|register as|sign up as) (?:young )?volunteer(?: .*)?|volunteer",
        "volunteer",
    ),
    (r"(?:join|enter|register for|sign up for|become (?:member|part) of)(?: club)?", "join"),
    (r"become member|sign me up|register(?: me)?", "join"),
    (
        r"(?:learn|teach me|have)(?: (?:something|lesson|how))?(?: .*)?"
        r"\b(?:phone|zalo|something|lesson|smartphone)(?: .*)?",
        "lesson",
    ),
    (
        r".*\b(?:grandson|granddaughter|son|daughter|grandchild|neighbour|nephew|niece)"
        r" (?:.* )?(?:type|typing|write)\b.*",
        "let somebody type for me",
    ),
    (r"(?:see|make|get)? ?(?:report|summary)(?: (?:of|for))?(?: (?P<rest>.+))?", "report {rest}"),
    (r"(?:close|finish) (?:books|month)(?: .*)?", "close the month"),
    (r"count (?:cash|money|box)(?: .*)?", "count the cash"),
    (r"remind (?:people|members|everybody|everyone|them|those)(?: .*)?", "remind of the fee"),
    (
        r"(?:write|send (?:a )?message|announce)(?: .*)? (?:to )?"
        r"(?:everybody|everyone|all members|whole club|all)",
        "write to the club",
    ),
    (r"(?:take|do|start|make|call)? ?(?:roll|roll call|attendance)", "roll"),
    (r"(?:write|take|do|make) minutes(?: .*)?", "write the minutes"),
    (
        r"(?:add|invite|enter|register) (?:new )?(?:member|somebody|someone|person)(?: .*)?",
        "invite",
    ),
    (r"(?:list|see|show) (?:of )?(?:all )?members", "members"),
    (r"(?:move|postpone) (?:next )?meeting.*", "move the meeting"),
    (r"(?:cancel|call off) (?:next )?meeting.*", "call off the meeting"),
    (r"correct (?:entry|books|mistake in books).*", "correct the books"),
    (r"(?:see|look at|open) (?:accounts|money) of club", "the club's money"),
    (r"hand out (?:loan|money).*|pay out loan.*", "pay out a loan"),
)
_FEE = re.compile(
    rf"{_PAYS}(?: (?:you|him|her|cashier|in))? (?:(?P<sum>[^ ].*?) (?:for|as|of) )?{_FEES}"
    r"(?: (?P<rest>.*))?"
)
_GIFT = re.compile(
    rf"{_GIVES} (?:(?:donation|gift|contribution) of )?(?P<what>.+?)"
    rf" (?:to|for|into|towards|in) {_FUND}"
)
_GIFT_SAID = re.compile(r"(?:donate|make donation of|make gift of|donated) (?P<what>.+)")
_LOAN = re.compile(
    r"(?:borrow|lend me|(?:get|take|have|ask for|apply for|request|make|want|need)? ?"
    r"(?:new |small )*loan(?: of)?)(?: (?P<what>.+))?"
)
# "I gave Giang 45k": to whom, before how much.
_PAID = re.compile(rf"{_PAYS}(?: (?:(?:mr|mrs|ms|uncle|aunt) )?[a-z]+(?= \d))? (?P<what>.+)")


def in_short(text: str) -> str | None:
    """The wish of an English sentence in the words that open it; None where it is none of these.

    Raises nothing. What has no rule comes back without what is only polite, if that is less.
    """
    line = _spelled_out(text)
    if not line:
        return None
    for pattern, words in _WHOLE:
        if pattern.fullmatch(line):
            return words
    if _DENIES.search(line):
        return None
    wish = _without_politeness(line)
    core = _SMALL.sub("", wish)
    return _of_money(core) or _by_rule(core) or (wish if wish and wish != line else None)


def _spelled_out(text: str) -> str:
    """In small letters without short forms and signs; "" for what is no English line."""
    line = plain(text).lower()
    if len(line) > LONGEST or clearly_vietnamese(line):
        return ""
    for short, long in _LONG:
        line = short.sub(long, line)
    return " ".join(line.split()) if line.isascii() else ""


def _without_politeness(line: str) -> str:
    polite = _FRONT.match(f"{line} ")
    return _END.sub("", line[polite.end() if polite else 0 :].strip()).strip()


def _by_rule(core: str) -> str | None:
    for pattern, words in _CORE:
        if found := pattern.fullmatch(core):
            return words.format(rest=found.groupdict().get("rest") or "").strip()
    return None


def _of_money(core: str) -> str | None:
    if found := _LOAN.fullmatch(core):
        return _loan(found["what"] or "")
    if found := _FEE.fullmatch(core):
        return _fee(found["sum"] or "", found["rest"] or "")
    if found := _GIFT.fullmatch(core) or _GIFT_SAID.fullmatch(core):
        return f"donate {found['what']}"
    found = _PAID.fullmatch(core)
    return None if found is None else _paid(found["what"])


def _paid(what: str) -> str | None:
    """Money alone: whether it is the fee or a gift is asked."""
    said = read_money(what)
    sums = [said.value] if isinstance(said, Value) else sums_mentioned(what)
    return f"contribute {sums[0].dong}" if len(sums) == 1 and _only_tells_of_it(what) else None


def _loan(what: str) -> str | None:
    """Questions about loans in general are none."""
    if re.search(r"\b(?:interest|work|rate|conditions|terms|rules)\b", what):
        return None
    return f"borrow {what}" if sums_mentioned(what) else "borrow"


def _fee(amount: str, rest: str) -> str | None:
    """The writer's own; what is paid for another is no wish of these words."""
    told = f"{amount} {rest}".strip()
    if not _only_tells_of_it(told):
        return None
    return f"paid the fee {told}" if told else "pay the fee"


def _only_tells_of_it(told: str) -> bool:
    return not told or bool(_WHEN_OR_HOW_MUCH.fullmatch(f"{told} "))
