"""Who people are, what they may do, and what they have agreed to."""

from club.personal_data.held import Held, Kept, Purpose, Seen, Term, nobody

PEOPLE = (
    Held(
        table="persons", purpose=Purpose.MEMBERSHIP, while_bound=True,
        empty="name birth_year sex phone hamlet called lien_at_home word_between_us wishes listens "
        "address bot_word language",
        stays="created_at erased_at died_on",
    ),
    Held(
        table="members", purpose=Purpose.MEMBERSHIP, of="person_id", while_bound=True,
        empty="reason", stays="state asked_at joined_on left_on",
        people="person_id decided_by", plain="club_id",
    ),
    Held(
        table="consents", purpose=Purpose.CONSENT, seen=Seen.BOARD, of="person_id",
        while_bound=True, goes="purpose wording given form at", people="person_id",
    ),
    Held(
        table="consents_missing", purpose=Purpose.CONSENT, of="member_id",
        stays="since told_on ended_on outcome", people="member_id", plain="club_id",
    ),
    Held(
        table="circumstances", purpose=Purpose.MEMBERSHIP, of="member_id", while_bound=True,
        goes="kind value valid_from", people="member_id",
    ),
    Held(
        table="person_corrections", purpose=Purpose.TRAIL, of="person_id",
        goes="what before changed_at", people="person_id changed_by", plain="club_id",
        term=Term(365, "changed_at"),
    ),
    Held(
        table="groups", purpose=Purpose.MEMBERSHIP, seen=Seen.CLUB, words="name",
        unlinked="leader_id", plain="club_id ended_on",
    ),
    Held(
        table="member_groups", purpose=Purpose.MEMBERSHIP, of="member_id", while_bound=True,
        goes="group_id valid_from", people="member_id",
    ),
    Held(
        table="households", purpose=Purpose.MEMBERSHIP, words="name", plain="club_id",
    ),
    Held(
        table="member_households", purpose=Purpose.MEMBERSHIP, of="member_id", while_bound=True,
        goes="household_id valid_from", people="member_id",
    ),
    Held(
        table="records_joined", purpose=Purpose.MEMBERSHIP,
        people="old_member_id member_id old_person_id person_id joined_by second_person",
        plain="club_id joined_on",
    ),
    Held(
        table="deaths", purpose=Purpose.MEMBERSHIP, of="person_id",
        stays="died_on recorded_at ended state confirmed_at",
        people="person_id member_id recorded_by recorded_in confirmed_by", plain="club_id",
    ),
    Held(
        table="offices", purpose=Purpose.RIGHTS, seen=Seen.EVERYBODY, of="person_id",
        while_bound=True, stays="role from_day to_day term_ends_on",
        people="person_id appointed_by", plain="club_id",
    ),
    Held(
        table="officers", purpose=Purpose.RIGHTS, seen=Seen.EVERYBODY, of="person_id",
        while_bound=True, stays="area_id from_day to_day", people="person_id",
    ),
    nobody("stand_ins", "club_id office_id resumes_office_id role from_day to_day ended_on"),
    Held(
        table="officer_matters", purpose=Purpose.RIGHTS, seen=Seen.BOARD, words="answer",
        people="proposed_by seconded_by decided_by",
        plain="club_id kind content asked_at state decided_at",
    ),
    Held(
        table="proposals", purpose=Purpose.TRAIL, seen=Seen.BOARD, kept=Kept.BOOKS,
        words="reason answer", salted="salt",
        people="proposed_by proposed_in decided_by decided_in",
        plain="club_id kind subject_id content proposed_at state decided_at transaction_id cause",
        term=Term(3653, "proposed_at"),
    ),
    Held(
        table="volunteers", purpose=Purpose.VOLUNTEERING, seen=Seen.HELPED, of="person_id",
        goes="belongs_to teaches hamlet area_id signed_up_at parent_agreed_at languages "
        "vouched_how ended_on",
        people="person_id vouched_by", term=Term(365, "ended_on"),
    ),
    Held(
        table="parent_consents", purpose=Purpose.CONSENT, of="used_by>persons",
        goes="parent birth_year form noted_at ends_at code used_at",
        people="used_by noted_by", plain="club_id", term=Term(365, "ends_at"),
    ),
    Held(
        table="volunteer_blocks", purpose=Purpose.VOLUNTEERING, of="person_id",
        goes="reason blocked_at ended_at", people="person_id blocked_by", plain="club_id",
        term=Term(365, "ended_at"),
    ),
    Held(
        table="helping_consents", purpose=Purpose.CONSENT, of="member_id",
        goes="form agreed_on used_at", people="member_id noted_by second_person", plain="club_id",
    ),
    Held(
        table="helper_codes", purpose=Purpose.RIGHTS, seen=Seen.NOBODY, of="member_id",
        goes="code_hash consent_id made_at ends_at used_at",
        people="member_id made_by used_by_chat", plain="club_id",
    ),
    Held(
        table="helpings", purpose=Purpose.RIGHTS, of="member_id helper_id",
        goes="code_id began_at last_day ended_at ended_by why",
        people="member_id helper_id", plain="club_id",
    ),
    Held(
        table="helped_deeds", purpose=Purpose.TRAIL, of="helping_id",
        goes="at deed cause", people="helping_id",
    ),
    Held(
        table="on_behalf_checks", purpose=Purpose.TRAIL, words="said", people="checked_by",
        plain="club_id month kind subject_id picked_at outcome checked_at",
        term=Term(3653, "picked_at"),
    ),
    Held(
        table="invitations", purpose=Purpose.RIGHTS, seen=Seen.NOBODY, of="person_id used_by_chat",
        goes="secret_hash role made_at ends_at used_at area_id",
        people="person_id made_by used_by_chat", plain="club_id", term=Term(30, "ends_at"),
    ),
    Held(
        table="account_freezes", purpose=Purpose.RIGHTS, of="person_id",
        goes="chats frozen_at ended_at outcome", people="person_id frozen_by", plain="club_id",
        term=Term(3653, "frozen_at"),
    ),
    Held(
        table="account_confirmations", purpose=Purpose.RIGHTS, of="chat_id",
        goes="confirmed_at", people="chat_id confirmed_by",
    ),
)  # fmt: skip
