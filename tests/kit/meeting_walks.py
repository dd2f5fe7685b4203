"""What is done about a meeting, dialogue by dialogue."""

from tests.kit.walker import Walk

MEETINGS = [
    Walk("meeting", "hoa", ("di hop", "meeting"), {"answer": "yes"}),
    Walk("give_lift", "manh", ("toi cho duoc", "give a lift"), {"seats": "1"}),
    Walk("meeting", "lan", ("di hop", "meeting"), {"answer": "lift"}),
    Walk("lift_phone", "lan", through=("s:lift_phone:",)),
    Walk(
        "describe_meeting",
        "dao",
        ("diem danh", "attendance"),
        {"talk": "Giữ ấm mùa đông", "bring": "áo ấm"},
        through=("v:change_meeting:", "s:describe_meeting:"),
    ),
    Walk(
        "move_meeting",
        "dao",
        ("diem danh", "attendance"),
        {"day": "26/11"},
        through=("v:change_meeting:", "s:move_meeting:"),
    ),
    Walk(
        "cancel_meeting",
        "dao",
        ("diem danh", "attendance"),
        {"why": "mưa to"},
        through=("v:change_meeting:", "s:cancel_meeting:"),
    ),
]
BIEN_BAN = ("bien ban", "minutes")
MINUTES = [
    Walk("minutes_part", "dao", BIEN_BAN, {"words": "Ông Bình khai mạc"}, ("s:minutes_part:",)),
    Walk("decide", "dao", BIEN_BAN, {"what": "Sửa mái", "until": "20/12"}, ("s:decide:",)),
    Walk(
        "decision",
        "dao",
        ("viec da quyet", "decisions"),
        through=("v:decision_list:", "s:decision:"),
    ),
    Walk("finish_minutes", "dao", BIEN_BAN, through=("s:finish_minutes:",)),
    Walk("second", "binh", through=("s:second:",)),
    Walk("add_to_minutes", "dao", BIEN_BAN, {"words": "có thêm hai khách"}, ("s:add_to_minutes:",)),
]
ON_THE_DAY = [
    Walk("day_word", "em", ("tu diem danh", "the day's word")),
    Walk("here", "hoa", ("toi da den", "i am here"), {"word": "cây gì đó"}),
    Walk("guests", "em", ("ghi khach", "guests"), {"kind": "young", "people": "3"}),
]
