"""What somebody says in English of coming to the meeting, as patterns over small letters without
signs: "i can t come tomorrow".
"""

_DAYS = (
    r"(?: (?:tomorrow|today|tonight|(?:this|next) (?:time|week|month|sunday|saturday)"
    r"|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|then|either|at all))*"
)
_TO_THE_MEETING = r"(?: (?:to|at|the|this|next|meeting|you))*"
_COMES = rf"(?:come|make it|attend|be there|go|join){_TO_THE_MEETING}{_DAYS}"
_I = r"(?:(?:sorry|yes|no|hello|thanks|well) )*(?:i|we)"
_AM = r"(?: am| m| are| re)"

NO = (
    rf"{_I}(?:{_AM})? (?:can t|cannot|can not|could not|couldn t|will not|won t|shall not"
    rf"|not able to|unable to|not going to) {_COMES}"
    rf"|(?:{_I}{_AM} )?not (?:coming|going){_TO_THE_MEETING}{_DAYS}"
)
YES = (
    rf"{_I}(?: can| will| ll| shall|{_AM} going to)(?: surely| certainly| also)? {_COMES}"
    rf"|(?:{_I}{_AM} )?(?:coming|going){_TO_THE_MEETING}{_DAYS}|count me in"
)
LIFT = (
    r"(?:i need|can i (?:get|have)|is there|i would like|i d like) a (?:lift|ride)"
    r"(?: to the meeting)?(?: please)?"
    r"|(?:can|could|will|would) (?:somebody|someone|anybody|anyone) (?:please )?"
    r"(?:give me a (?:lift|ride)|pick me up|drive me|take me)(?: to the meeting| there)?"
    r"(?: please)?"
)
LATE = (
    rf"{_I}(?: will| ll| may| might|{_AM} going to) (?:be|come) (?:a (?:bit|little) )?late"
    rf"(?: (?:by|for|to) .*)?{_DAYS}"
)
TROUBLED = (
    r"(?:my|the) (?:\w+ ){1,2}(?:hurts?|aches?|is (?:bad|sore|ill|sick|swollen|broken|unwell)).*"
    r"|(?:i am|i m|i feel|we are|it is|it s) (?:too )?"
    r"(?:ill|sick|busy|away|tired|unwell|not well|old|weak|in (?:the )?hospital|at the hospital"
    r"|travelling|out of town|raining|bad)\b.*"
    r"|i (?:have|ve) (?:a |an |to |no |got )*"
    r"(?:fever|cold|flu|headache|wedding|funeral|appointment|visitors?|guests?|go|work|look|stay"
    r"|take|doctor|time|transport|bike|motorbike|car)\b.*"
)
"""What keeps her from coming."""
