"""Walks through letting somebody type, and through what a checker looks at."""

from club.calendar import Month
from storage.changes.helping.on_behalf import pick
from tests.kit.village import Village
from tests.kit.walker import Walk, Walker, all_of

HELPING = [
    Walk("our_word", "manh", ("cau rieng", "our word"), {"word": "hoa sen"}),
    Walk("let_help", "hoa", ("nho nguoi nhan ho", "let somebody type for me")),
    Walk("speak_for", "lan", ("nhan ho", "type for somebody"), {"code": "1234 5678"}),
    Walk("end_helping", "lan", ("thoi nhan ho", "end helping")),
    Walk(
        "helper_for",
        "dao",
        ("nhan ho cho nguoi khong co dien thoai", "a helper for somebody without a phone"),
    ),
    Walk("second", "", through=("s:second:",)),
]
_CHECKED = [
    Walk("elect_checker", "dao", ("bau nguoi kiem tra", "elect a checker"), {"who_1": "hoa"}),
    Walk(
        "check_on_behalf",
        "hoa",
        ("kiem tra", "check entries"),
        through=("s:check_on_behalf:",),
    ),
]


async def checked(v: Village, walker: Walker) -> None:
    """What was entered in November for who has no phone is asked about in December."""
    v.store.change(pick, v.club.club_id, Month(2026, 11), v.clock.now())
    await all_of(walker, _CHECKED)
