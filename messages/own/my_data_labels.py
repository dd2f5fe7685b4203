"""What the parts of a person's own data are called, for her to read."""

from functools import lru_cache

from messages.wording import Words


@lru_cache(4)
def table_titles(words: Words) -> dict[str, str]:
    """By table of the database: what it holds of her."""
    return (
        _table_titles_1(words)
        | _table_titles_2(words)
        | _table_titles_3(words)
        | _table_titles_4(words)
    )


def _table_titles_1(words: Words) -> dict[str, str]:
    return {
        "persons": words.say("Who you are"),
        "members": words.say("Membership"),
        "consents": words.say("What you agreed to or refused"),
        "consents_missing": words.say("Waiting for your consent"),
        "circumstances": words.say("Circumstances"),
        "person_corrections": words.say("What was corrected"),
        "member_groups": words.say("Your group"),
        "member_households": words.say("Your household"),
        "deaths": words.say("A death that was reported"),
        "offices": words.say("Offices"),
        "officers": words.say("Work for the Association"),
        "volunteers": words.say("As a volunteer"),
        "parent_consents": words.say("A parent's yes"),
        "volunteer_blocks": words.say("A pause as a volunteer"),
        "helping_consents": words.say("Your yes to a helper"),
        "helper_codes": words.say("Codes for a helper"),
        "helpings": words.say("Helpers"),
        "helped_deeds": words.say("What helpers did"),
        "invitations": words.say("Links sent"),
        "chats": words.say("Accounts"),
        "chat_uses": words.say("Use of the accounts"),
        "chat_codes": words.say("Codes for another account"),
        "dialogues": words.say("Talks begun"),
        "inbox": words.say("Messages that came"),
    }


def _table_titles_2(words: Words) -> dict[str, str]:
    return {
        "outbox": words.say("Messages that went out"),
        "web_messages": words.say("Messages on the page"),
        "web_files": words.say("Files on the page"),
        "web_photos": words.say("Pictures on the page"),
        "lent_files": words.say("Files lent by an address"),
        "practices": words.say("Practice"),
        "page_links": words.say("Links to the page"),
        "page_sessions": words.say("Open pages"),
        "wrong_codes": words.say("Wrong codes"),
        "reminders": words.say("Reminders sent"),
        "broadcast_people": words.say("Words to many"),
        "photos": words.say("Photos and recordings"),
        "audit": words.say("Who did what"),
        "erasures_asked": words.say("Wishes to be erased"),
        "erasures": words.say("Erasing"),
        "meeting_answers": words.say("Answers before meetings"),
        "attendance": words.say("Came to meetings"),
        "roll_corrections": words.say("Corrections of the roll"),
        "lift_offers": words.say("Lifts offered"),
        "lifts": words.say("Lifts"),
        "word_tries": words.say("The day's word"),
        "team_members": words.say("Teams"),
        "health_checks": words.say("Health figures"),
        "care_clients": words.say("Home care"),
    }


def _table_titles_3(words: Words) -> dict[str, str]:
    return {
        "care_pauses": words.say("Pauses of home care"),
        "care_volunteers": words.say("Who visits"),
        "home_visits": words.say("Visits"),
        "hardship_cases": words.say("In difficulty"),
        "help_given": words.say("Help received"),
        "signups": words.say("Support sessions"),
        "help_requests": words.say("Help asked for"),
        "session_swaps": words.say("Sessions swapped"),
        "hour_disputes": words.say("Hours not agreed"),
        "session_thanks": words.say("Thanks"),
        "certificates": words.say("Certificates"),
        "lesson_reads": words.say("Lessons opened"),
        "lesson_ends": words.say("Lessons finished"),
        "praised_people": words.say("Praise"),
        "transactions": words.say("Entries in the books"),
        "postings": words.say("Sums of the entries"),
        "declarations": words.say("What you declared"),
        "disputes": words.say("What you said was not right"),
        "fee_rates": words.say("Your own fee"),
        "fee_months": words.say("Fees paid"),
        "opening_fees": words.say("Fees paid before"),
        "golden_heart": words.say("Golden Heart book"),
        "owed_terms": words.say("Money the club owes you"),
        "payment_slips": words.say("Money paid out to you"),
    }


def _table_titles_4(words: Words) -> dict[str, str]:
    return {
        "loans": words.say("Your loans"),
        "loan_votes": words.say("Votes"),
        "instalments": words.say("Instalments"),
        "repayments": words.say("Repayments"),
        "repayments_brought": words.say("Who brought a repayment"),
        "loan_reschedulings": words.say("New schedules"),
        "cash_witnesses": words.say("Cash with a witness"),
        "needs_asked": words.say("Whether you need a loan"),
        "meeting_table_entries": words.say("At the meeting table"),
        "meeting_table_bookings": words.say("From the table into the books"),
        "presence_tries": words.say("Codes typed at a session"),
        "account_freezes": words.say("Accounts frozen"),
        "account_confirmations": words.say("Accounts confirmed"),
    }


@lru_cache(4)
def column_labels(words: Words) -> dict[str, str]:
    """By column: its label. What has none stands in the machine-readable file alone."""
    return (
        _column_labels_1(words)
        | _column_labels_2(words)
        | _column_labels_3(words)
        | _column_labels_4(words)
    )


@lru_cache(4)
def table_labels(words: Words) -> dict[str, dict[str, str]]:
    """By table, the labels of columns that mean something of their own there."""
    return {"care_clients": {"address": words.say("Address")}}


def _column_labels_1(words: Words) -> dict[str, str]:
    return {
        "name": words.say("Name"),
        "birth_year": words.say("Year of birth"),
        "sex": words.say("Sex"),
        "phone": words.say("Phone"),
        "hamlet": words.say("Hamlet"),
        "language": words.say("Language"),
        "address": words.say("Form of address"),
        "called": words.say("Goes by"),
        "word_between_us": words.say("Our word"),
        "club": words.say("Club"),
        "state": words.say("State"),
        "joined_on": words.say("Joined"),
        "left_on": words.say("Left the club on"),
        "asked_at": words.say("Asked"),
        "asked_on": words.say("Asked on"),
        "reason": words.say("Reason"),
        "purpose": words.say("For which purpose"),
        "given": words.say("Agreed"),
        "form": words.say("How"),
        "at": words.say("When"),
        "kind": words.say("Kind"),
        "value": words.say("Value kept"),
        "valid_from": words.say("From the day"),
        "what": words.say("What it was"),
    }


def _column_labels_2(words: Words) -> dict[str, str]:
    return {
        "before": words.say("Before"),
        "role": words.say("Office"),
        "from_day": words.say("From the day"),
        "to_day": words.say("Until the day"),
        "belongs_to": words.say("School, union"),
        "teaches": words.say("Can teach"),
        "answer": words.say("Answer"),
        "present": words.say("Was there"),
        "seats": words.say("Seats"),
        "since": words.say("Since"),
        "measured_on": words.say("Measured"),
        "weight_grams": words.say("Weight, grams"),
        "height_cm": words.say("Height, cm"),
        "systolic": words.say("Upper pressure"),
        "diastolic": words.say("Lower pressure"),
        "visits_a_week": words.say("Visits a week"),
        "why": words.say("Why"),
        "visited_on": words.say("Visited"),
        "decision": words.say("Decision"),
        "outcome": words.say("Outcome"),
        "given_on": words.say("Given"),
        "minutes": words.say("Minutes"),
        "topic": words.say("Topic"),
        "said": words.say("Said"),
    }


def _column_labels_3(words: Words) -> dict[str, str]:
    return {
        "words": words.say("Words"),
        "code": words.say("Code"),
        "lesson": words.say("Lesson"),
        "merit": words.say("For what"),
        "month": words.say("Month"),
        "amount": words.say("Sum of money"),
        "happened_on": words.say("Day"),
        "booked_month": words.say("Booked in"),
        "voucher": words.say("Slip"),
        "item": words.say("Thing"),
        "paid_how": words.say("Paid how"),
        "terms": words.say("Terms"),
        "due_on": words.say("Due"),
        "principal": words.say("Principal"),
        "interest": words.say("Interest"),
        "months": words.say("Which months, how many"),
        "yes": words.say("Said yes"),
        "paid_on": words.say("Paid on"),
        "brought_by": words.say("Brought by"),
        "needs_loan": words.say("Needs a loan"),
        "fee": words.say("Fee"),
        "gift": words.say("Gift"),
        "deed": words.say("Deed"),
    }


def _column_labels_4(words: Words) -> dict[str, str]:
    return {
        "text": words.say("Text"),
        "due_at": words.say("Due"),
        "channel": words.say("Through"),
        "parent": words.say("Parent"),
        "death": words.say("Death"),
        "died_on": words.say("Died"),
        "created_at": words.say("First known"),
        "number": words.say("Number"),
        "group": words.say("Group"),
        "team": words.say("Team"),
        "meeting_day": words.say("Meeting of"),
        "quantity_thousandths": words.say("How much"),
        "declared_at": words.say("Declared"),
        "paid_out_on": words.say("Paid out"),
        "ended_on": words.say("Ended"),
        "last_day": words.say("Last day"),
        "period_months": words.say("Months a fee"),
    }
