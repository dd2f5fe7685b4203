"""Chats, messages both ways, reminders, photos, and the traces of what was done."""

from club.personal_data.held import Held, Kept, Purpose, Seen, Term

WEEK, MONTH, YEAR = 7, 30, 365

TALK = (
    Held(
        table="chats", purpose=Purpose.TALK, seen=Seen.NOBODY, of="person_id", while_bound=True,
        empty="key address bot_word listens shown unreachable practice_at helping_id frozen_at "
        "offices_wait pays_from language_chosen",
        stays="channel created_at", unlinked="person_id", plain="bot club_id language",
    ),
    Held(
        table="chat_uses", purpose=Purpose.TALK, seen=Seen.NOBODY, of="chat_id",
        while_bound=True, goes="used_at chosen_at", people="chat_id",
    ),
    Held(
        table="chat_codes", purpose=Purpose.RIGHTS, seen=Seen.NOBODY, of="person_id made_in_chat",
        goes="code_hash made_at ends_at used_at used_in_chat", people="person_id made_in_chat",
        term=Term(MONTH, "ends_at"),
    ),
    Held(
        table="dialogues", purpose=Purpose.TALK, seen=Seen.HERSELF, kept=Kept.DAYS,
        of="chat_id person_id", goes="name subject place revision state started_at touched_at",
        people="chat_id person_id", plain="club_id",
        term=Term(MONTH, "touched_at", by_itself=True, strangers=WEEK),
    ),
    Held(
        table="inbox", purpose=Purpose.TALK, seen=Seen.NOBODY, kept=Kept.DAYS, of="chat_id",
        goes="channel update_key raw state received_at", people="chat_id",
        plain="bot attempts run fault_id",
        term=Term(WEEK, "received_at", when=(("state", "done"),), by_itself=True),
    ),
    Held(
        table="outbox", purpose=Purpose.TALK, seen=Seen.HERSELF, kept=Kept.DAYS, of="chat_id",
        goes="kind card state made_at begun_at sent_at why", people="chat_id",
        plain="run tries again not_before reminder_id",
        term=Term(MONTH, "made_at", when=(("state", "sent"),), by_itself=True, strangers=WEEK),
    ),
    Held(
        table="web_messages", purpose=Purpose.TALK, seen=Seen.HERSELF, kept=Kept.DAYS,
        of="chat_id", goes="from_person text rows again update_key at file_name file_mime",
        people="chat_id", term=Term(MONTH, "at", by_itself=True, strangers=WEEK),
    ),
    Held(
        table="web_files", purpose=Purpose.TALK, seen=Seen.HERSELF, kept=Kept.DAYS,
        of="message_id", goes="content", people="message_id",
    ),
    Held(
        table="web_photos", purpose=Purpose.TALK, seen=Seen.HERSELF, kept=Kept.DAYS,
        of="message_id photo_id>photos", goes="photo_id", people="message_id",
    ),
    Held(
        table="lent_files", purpose=Purpose.TALK, seen=Seen.HERSELF, kept=Kept.DAYS,
        of="chat_id",
        goes="link_hash picture_hash name mime title content photo_id made_at picture_ends_at "
        "ends_at",
        people="chat_id", term=Term(0, "ends_at", by_itself=True),
    ),
    Held(
        table="practices", purpose=Purpose.TALK, seen=Seen.HERSELF, kept=Kept.DAYS, of="chat_id",
        goes="role begun_at image form", people="chat_id",
    ),
    Held(
        table="page_links", purpose=Purpose.RIGHTS, seen=Seen.NOBODY, kept=Kept.DAYS,
        while_bound=True,
        of="person_id", goes="secret_hash made_at ends_at used_at used_by_hash",
        people="person_id", term=Term(MONTH, "ends_at"),
    ),
    Held(
        table="page_sessions", purpose=Purpose.RIGHTS, seen=Seen.NOBODY, kept=Kept.DAYS,
        while_bound=True,
        of="chat_id", goes="secret_hash made_at seen_at ends_at ended_at", people="chat_id",
        term=Term(MONTH, "ends_at"),
    ),
    Held(
        table="wrong_codes", purpose=Purpose.RIGHTS, seen=Seen.NOBODY, kept=Kept.DAYS,
        of="chat_id", goes="at", people="chat_id", term=Term(WEEK, "at"),
    ),
    Held(
        table="reminders", purpose=Purpose.REMINDING, kept=Kept.DAYS, of="person_id",
        while_bound=True,
        goes="kind subject period due_at ends_at planned_at state why", people="person_id",
        plain="club_id",
    ),
    Held(
        table="broadcasts", purpose=Purpose.REMINDING, seen=Seen.CLUB, words="text",
        people="sent_by",
        plain="club_id audience about signed_as people state said_on said_at ended_at cause",
    ),
    Held(
        table="broadcast_people", purpose=Purpose.REMINDING, seen=Seen.BOARD, of="person_id",
        goes="state", people="person_id", plain="broadcast_id club_id letter_id",
    ),
    Held(
        table="photos", purpose=Purpose.PHOTOS, seen=Seen.BOARD, kept=Kept.DAYS,
        goes="mime content digest size width height seconds received_at kept_until about subject",
        people="chat_id", unlinked="taken_by", plain="club_id cause",
        term=Term(0, "kept_until", by_itself=True),
    ),
    Held(
        table="audit", purpose=Purpose.TRAIL, seen=Seen.BOARD, kept=Kept.BOOKS,
        of="person_id for_member", stays="at deed subject",
        people="person_id for_member chat_id", plain="club_id",
    ),
    Held(
        table="erasures_asked", purpose=Purpose.RIGHTS, of="person_id", kept=Kept.BOOKS,
        stays="asked_at due_at state ended_at form", people="person_id asked_by second_person",
        plain="club_id",
    ),
    Held(
        table="erasures", purpose=Purpose.TRAIL, seen=Seen.NOBODY, kept=Kept.BOOKS,
        of="person_id", stays="erased_at whole", people="person_id",
    ),
)  # fmt: skip
