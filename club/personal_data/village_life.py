"""Meetings, help, health, volunteers and lessons, as far as they say something of people."""

from club.personal_data.held import Held, Kept, Purpose, Seen, Term, nobody

THREE_YEARS = 3 * 365

LIFE = (
    Held(
        table="meetings", purpose=Purpose.MEETINGS, seen=Seen.EVERYBODY, kept=Kept.PROGRAM,
        words="place talk bring", people="planned_by",
        plain="club_id month held_on starts_at state cause stands_for changes",
    ),
    Held(
        table="meeting_answers", purpose=Purpose.MEETINGS, of="member_id", empty="reason",
        stays="answer answered_at", people="member_id noted_by", plain="meeting_id",
        term=Term(365, "answered_at"),
    ),
    Held(
        table="attendance", purpose=Purpose.MEETINGS, kept=Kept.BOOKS, of="member_id",
        stays="present noted_at", people="member_id noted_by", plain="meeting_id",
    ),
    Held(
        table="roll_corrections", purpose=Purpose.TRAIL, kept=Kept.BOOKS, of="member_id",
        stays="present changed_at", people="member_id changed_by", plain="meeting_id",
    ),
    nobody("board_trainings", "club_id trained_on refresher place noted_by cause"),
    Held(
        table="lift_offers", purpose=Purpose.MEETINGS, seen=Seen.CLUB, of="member_id",
        goes="seats shares_phone offered_at", people="member_id", plain="meeting_id",
        term=Term(60, "offered_at"),
    ),
    Held(
        table="lifts", purpose=Purpose.MEETINGS, of="rider_id driver_id",
        goes="shares_phone agreed_at", people="rider_id driver_id", plain="meeting_id",
        term=Term(60, "agreed_at"),
    ),
    Held(
        table="day_words", purpose=Purpose.MEETINGS, seen=Seen.CLUB, kept=Kept.PROGRAM,
        people="given_by", plain="meeting_id word given_at",
    ),
    Held(
        table="word_tries", purpose=Purpose.MEETINGS, seen=Seen.NOBODY, of="member_id",
        goes="wrong right_at", people="member_id", plain="meeting_id",
    ),
    Held(
        table="meeting_guests", purpose=Purpose.MEETINGS, seen=Seen.CLUB, kept=Kept.PROGRAM,
        people="noted_by", plain="meeting_id kind people noted_at",
    ),
    Held(
        table="minutes", purpose=Purpose.MEETINGS, seen=Seen.CLUB, kept=Kept.BOOKS,
        words="known", people="begun_by finished_by signed_by",
        plain="club_id meeting_id state ended_at begun_at finished_at signed_at",
    ),
    Held(
        table="minutes_parts", purpose=Purpose.MEETINGS, seen=Seen.CLUB, kept=Kept.BOOKS,
        words="words", people="written_by", plain="minutes_id part version written_at",
    ),
    Held(
        table="minutes_addenda", purpose=Purpose.MEETINGS, seen=Seen.CLUB, kept=Kept.BOOKS,
        words="words", people="added_by", plain="minutes_id added_on added_at cause",
    ),
    Held(
        table="decisions", purpose=Purpose.MEETINGS, seen=Seen.CLUB, kept=Kept.BOOKS,
        words="what reason", people="responsible_id settled_by entered_by",
        plain="club_id minutes_id until state settled_on entered_at cause",
    ),
    Held(
        table="decision_reviews", purpose=Purpose.MEETINGS, seen=Seen.CLUB, kept=Kept.BOOKS,
        words="reason", people="noted_by", plain="decision_id minutes_id outcome noted_at",
    ),
    Held(
        table="activities", purpose=Purpose.MEETINGS, seen=Seen.EVERYBODY, kept=Kept.BOOKS,
        words="what led_guest exchange_with", people="led_by logged_by",
        plain="club_id area done_on people_count team_id logged_at cause",
    ),
    Held(
        table="activity_plans", purpose=Purpose.MEETINGS, seen=Seen.EVERYBODY, kept=Kept.PROGRAM,
        words="what", people="planned_by", plain="club_id area planned_on state cause",
    ),
    Held(
        table="teams", purpose=Purpose.MEETINGS, seen=Seen.EVERYBODY, words="name",
        unlinked="leader_id", plain="club_id kind since ended_on cause",
    ),
    Held(
        table="team_members", purpose=Purpose.MEETINGS, seen=Seen.CLUB, of="member_id",
        goes="since", people="member_id", plain="team_id",
    ),
    Held(
        table="health_checks", purpose=Purpose.HEALTH, seen=Seen.MEASURER, of="member_id",
        goes="measured_on measured_at weight_grams height_cm systolic diastolic",
        people="member_id measured_by", plain="club_id cause",
        term=Term(THREE_YEARS, "measured_at"),
    ),
    Held(
        table="care_clients", purpose=Purpose.CARE, seen=Seen.VISITORS, of="member_id",
        goes="visits_a_week address since ended_on", people="member_id", plain="club_id cause",
        term=Term(THREE_YEARS, "ended_on"),
    ),
    Held(
        table="care_pauses", purpose=Purpose.CARE, seen=Seen.VISITORS, of="client_id",
        goes="why from_day to_day", people="client_id",
    ),
    Held(
        table="care_volunteers", purpose=Purpose.CARE, seen=Seen.VISITORS,
        of="client_id person_id", goes="since to_day", people="client_id person_id",
    ),
    Held(
        table="home_visits", purpose=Purpose.CARE, seen=Seen.VISITORS, kept=Kept.BOOKS,
        of="member_id", stays="visited_on", people="member_id visitor_id", plain="club_id cause",
    ),
    Held(
        table="hardship_cases", purpose=Purpose.CARE, of="member_id",
        goes="who what told_on told_at state decision decided_on outcome closed_on",
        people="member_id found_by decided_by", plain="club_id cause",
        term=Term(THREE_YEARS, "closed_on"),
    ),
    Held(
        table="help_given", purpose=Purpose.CARE, kept=Kept.BOOKS, of="member_id",
        empty="what", stays="given_on kind may_be_named", people="member_id found_by",
        plain="club_id case_id transaction_id cause",
    ),
    Held(
        table="support_sessions", purpose=Purpose.VOLUNTEERING, seen=Seen.CLUB,
        kept=Kept.PROGRAM, words="title place reason", people="opened_by",
        plain="club_id topic starts_at minutes hamlet capacity state language at_home moved cause",
    ),
    Held(
        table="signups", purpose=Purpose.VOLUNTEERING, seen=Seen.HELPED, kept=Kept.BOOKS,
        of="person_id", empty="why",
        stays="place asked_at checked_in_at minutes said_minutes said_at noted_minutes noted_at "
        "agreed_move",
        people="person_id noted_by", plain="session_id",
    ),
    Held(
        table="help_requests", purpose=Purpose.VOLUNTEERING, seen=Seen.CLUB, of="member_id",
        goes="topic lesson state asked_at session_id", people="member_id", plain="club_id cause",
    ),
    Held(
        table="session_swaps", purpose=Purpose.VOLUNTEERING, of="person_id",
        goes="offered_at state ended_at", people="person_id offered_to taken_by",
        plain="session_id cause", term=Term(60, "offered_at"),
    ),
    Held(
        table="hour_disputes", purpose=Purpose.VOLUNTEERING, of="person_id", empty="said",
        stays="minutes opened_at state decided_minutes decided_at",
        people="person_id handler_id decided_by", plain="club_id session_id cause",
        term=Term(THREE_YEARS, "opened_at"),
    ),
    Held(
        table="presence_codes", purpose=Purpose.VOLUNTEERING, people="shown_by",
        plain="session_id code ends_at",
    ),
    Held(
        table="presence_tries", purpose=Purpose.VOLUNTEERING, of="person_id", goes="wrong",
        people="person_id", plain="session_id",
    ),
    Held(
        table="session_thanks", purpose=Purpose.VOLUNTEERING, of="person_id member_id",
        goes="words at", people="person_id member_id", plain="session_id",
    ),
    Held(
        table="certificates", purpose=Purpose.VOLUNTEERING, of="person_id",
        goes="code from_day to_day minutes lines issued_on issued_at", people="person_id",
        plain="club_id cause",
    ),
    Held(
        table="praised_people", purpose=Purpose.MEETINGS, seen=Seen.CLUB, of="member_id",
        goes="month merit named_at agreed answered_at", people="member_id named_by",
        plain="club_id",
    ),
    Held(
        table="lesson_reads", purpose=Purpose.LESSONS, seen=Seen.HERSELF, of="person_id",
        goes="lesson step answer opened_at finished_at", people="person_id",
    ),
    Held(
        table="lesson_ends", purpose=Purpose.LESSONS, seen=Seen.HERSELF, of="person_id",
        goes="lesson outcome ended_at", people="person_id",
    ),
)  # fmt: skip
