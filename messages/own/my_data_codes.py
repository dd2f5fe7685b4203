"""Why personal data is kept, who sees it, how long: the register's words for the person herself."""

from club.personal_data.held import Purpose, Seen
from messages.wording import Words


def purpose_in_words(words: Words, purpose: Purpose) -> str:
    """A heading: what it is kept for."""
    return {
        Purpose.MEMBERSHIP: words.say("To be a member"),
        Purpose.CONSENT: words.say("What you have said yes or no to"),
        Purpose.RIGHTS: words.say("Who may do what, in whose name"),
        Purpose.BOOKS: words.say("The club's money"),
        Purpose.LOANS: words.say("Borrowing"),
        Purpose.MEETINGS: words.say("Meetings and what the club does"),
        Purpose.HEALTH: words.say("Health"),
        Purpose.CARE: words.say("Visits and help"),
        Purpose.VOLUNTEERING: words.say("Young volunteers"),
        Purpose.LESSONS: words.say("Lessons"),
        Purpose.TALK: words.say("Our talk"),
        Purpose.REMINDING: words.say("Reminders and words to many"),
        Purpose.TRAIL: words.say("Who did what"),
        Purpose.PHOTOS: words.say("Photos"),
        Purpose.OPERATION: words.say("For the program alone"),
    }[purpose]


def seen_in_words(words: Words, seen: Seen) -> str:
    """Who sees it."""
    return {
        Seen.HERSELF: words.say("seen by you alone"),
        Seen.BOARD: words.say("seen by you and the board"),
        Seen.BOOKKEEPERS: words.say("seen by you and who keeps or checks the books"),
        Seen.CLUB: words.say("seen by you and the club"),
        Seen.MEASURER: words.say("seen by you and who measured"),
        Seen.VISITORS: words.say("seen by you, the board and who visits you"),
        Seen.HELPED: words.say("seen by you, the boards and those you help"),
        Seen.NOBODY: words.say("seen by nobody"),
        Seen.EVERYBODY: words.say("seen by the whole club"),
    }[seen]
