"""Tables that say nothing of a person: areas, clubs, settings, and what runs the program."""

from club.personal_data.held import Held, Kept, Purpose, Seen, nobody
from club.rollup.indicators import FLOWS, LAST

PROGRAM = (
    nobody("areas", "parent_id level name valid_from valid_to became_id"),
    nobody("area_names", "area_id name valid_from"),
    nobody("askers", "channel bot run machine asked_at heard_at"),
    nobody("clock_watch", "seen_at held_at jumped_seconds last_entry"),
    nobody("club_communes", "club_id area_id valid_from"),
    nobody("clubs", "name hamlet founded_on ended_on timezone join_code practice"),
    nobody("clubs_ended", "club_id into_club_id ended_on"),
    nobody("duties", "name run"),
    nobody("faults", "at where kind trace times"),
    nobody("made_up_countries", "clubs members months seed made_at patterns"),
    nobody("message_budgets", "channel a_month"),
    nobody("message_counts", "channel club_id month sent"),
    nobody("page_address", "address"),
    nobody("practice_clock", "ahead_seconds practice started_at"),
    nobody("processes", "run roles sends began_at seen_at"),
    # Sums of whole clubs, none of fewer than five people.
    nobody("published_months", " ".join(["club_id", "month", *LAST, *FLOWS])),
    nobody("question_counts", "dialogue question what month times"),
    nobody("question_troubles", "dialogue question why month times"),
    nobody("sending_holds", "until"),
    nobody("sending_turns", "number run free_at"),
    Held(
        table="club_settings", purpose=Purpose.OPERATION, seen=Seen.CLUB, kept=Kept.PROGRAM,
        people="settled_by", plain="club_id name value valid_from settled_at",
    ),
    Held(
        table="congratulations", purpose=Purpose.OPERATION, seen=Seen.CLUB, kept=Kept.PROGRAM,
        people="congratulated_by", plain="club_id span area_id congratulated_at",
    ),
)  # fmt: skip
