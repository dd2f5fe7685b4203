"""Walks through all that a club lives on between its meetings, in the order of doing."""

from tests.kit.walker import Walk

TASKS = ("viec can lam", "tasks")
OF_ACTIVITY = ("sua hoat dong", "correct an activity")
CARED_FOR = ("nguoi duoc cham soc", "people cared for")
TEAMS = ("nhom", "teams")
FIGURES = {"pressure_1": "135/85", "weight_1": "52", "height_1": "155"}

_ACTIVITIES = [
    Walk("log_activity", "binh", ("ghi hoat dong", "note an activity"), {"people": "12"}),
    Walk("leader_of_activity", "binh", answers={"led": "hoa"}, through=("s:leader_of_activity:",)),
    Walk(
        "change_activity",
        "binh",
        OF_ACTIVITY,
        {"part": "people", "people": "13"},
        ("v:activity:", "s:change_activity:"),
    ),
    Walk(
        "photo_of_activity",
        "binh",
        OF_ACTIVITY,
        through=("v:activity:", "s:photo_of_activity:"),
    ),
    Walk(
        "exchange",
        "dao",
        ("giao luu", "met another club"),
        {
            "other": "CLB thôn Trung",
            "what": "hát và bóng chuyền",
            "people": "20",
        },
    ),
    Walk("remove_activity", "dao", through=("s:remove_activity:",)),
    Walk("plan_activity", "dao", ("len ke hoach", "plan an activity"), {"day": "2/11"}),
    Walk("drop_plan", "dao", TASKS, through=("v:plan:", "s:drop_plan:")),
]
_TEAMS = [
    Walk("found_team", "dao", TEAMS, {"name": "Tổ nuôi gà", "who_1": "hoa"}, ("s:found_team:",)),
    Walk("change_team", "dao", TEAMS, {"who_1": "manh"}, ("v:team:", "s:change_team:")),
]
_CARE = [
    Walk(
        "begin_care",
        "binh",
        CARED_FOR,
        {"who_1": "lan", "visits": "2", "where": "ngõ 3", "by_1": "hoa"},
        ("s:begin_care:",),
    ),
    Walk("log_visit", "hoa", ("di tham", "visits"), through=("s:log_visit:",)),
    Walk("take_back_visit", "hoa", through=("s:take_back_visit:",)),
    Walk("pause_care", "binh", CARED_FOR, through=("v:care_client:", "s:pause_care:")),
    Walk(
        "change_care",
        "binh",
        CARED_FOR,
        {"by_1": "manh"},
        ("v:care_client:", "s:change_care:"),
    ),
]
_HEALTH = [
    Walk("health_check", "dao", ("do huyet ap", "measure"), {"who_1": "lan", **FIGURES}),
    Walk("own_health", "hoa", ("huyet ap", "blood pressure"), FIGURES),
    Walk("forget_health", "hoa", ("xoa suc khoe", "delete my health figures")),
]
_DIFFICULTY = [
    Walk(
        "tell_hardship",
        "manh",
        ("bao kho khan", "somebody is in difficulty"),
        {"who": "lan", "what": "nhà tốc mái"},
    ),
    Walk(
        "decide_hardship",
        "dao",
        TASKS,
        {"decision": "hai người lợp mái"},
        ("v:case:", "s:decide_hardship:"),
    ),
    Walk(
        "close_hardship",
        "dao",
        TASKS,
        {"outcome": "đã lợp xong"},
        ("v:case:", "s:close_hardship:"),
    ),
]
CLUB_LIFE = [*_ACTIVITIES, *_TEAMS, *_CARE, *_HEALTH, *_DIFFICULTY]
