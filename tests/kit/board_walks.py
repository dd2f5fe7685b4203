"""Walks through who belongs to the club: strangers who come, offices, rules, one's own wishes."""

import re

from tests.kit.village import CODE, Village
from tests.kit.walker import Walk, Walker, all_of

TASKS = ("viec can lam", "tasks")
OFFICES = [
    Walk(
        "appoint",
        "binh",
        ("ban chu nhiem", "offices"),
        {"role": "deputy", "who_1": "manh"},
        through=("s:appoint:",),
    ),
    Walk("end_office", "binh", ("ban chu nhiem", "offices"), through=("s:end_office:",)),
]
SETTINGS_OF_CLUB = [
    Walk(
        "change_setting",
        "binh",
        ("quy dinh", "club settings"),
        {"which": "sum", "sum": "200 nghìn"},
        ("v:club_settings:spending", "v:club_setting:sick_visit_sum", "s:change_setting:"),
    ),
    Walk("second", "", through=("s:second:",)),
]
OWN = [
    Walk("address", "manh", ("xung ho", "form of address")),
    Walk("listening", "manh", ("giong doc", "voice")),
    Walk("reminder_wishes", "manh", ("khi nao nhac", "reminders")),
    Walk("lesson", "manh", ("bai hoc", "lesson")),
    Walk("my_page", "manh", ("trang cua toi", "my page")),
    Walk("close_page", "manh", ("dong trang", "close page")),
    Walk("second_chat", "manh", ("dung them ung dung khac", "second chat")),
    Walk("my_consent", "manh", ("rut dong y", "take back a consent"), {"which": "health"}),
    Walk("erase_me", "manh", ("xoa du lieu", "erase my data")),
    Walk("keep_me", "manh", ("khong xoa nua", "do not erase me")),
    Walk("practise", "lan", ("tap thu", "practise")),
    Walk(
        "print_member_passbook",
        "em",
        ("in so thanh vien", "print a member's passbook"),
        {"who_1": "hoa"},
    ),
]


async def own_wishes(v: Village, walker: Walker) -> None:
    """Practising ends by words of its own."""
    language = walker.language
    await all_of(walker, OWN)
    await v.lan.says("thoi tap" if language == "vi" else "stop practising")
    spoken = {"language": language}
    await walker.walks(Walk("language", "hoa", ("ngon ngu", "language"), spoken))


async def strangers_come(v: Village, walker: Walker) -> None:
    """One joins, one takes an office by a link, one becomes a volunteer."""
    for key in ("nga", "sen", "tu"):
        v.new_phone(key, walker.language)
    person = {"year": "1958", "phone": "0912 345 678", "hamlet": "Thôn Đoài"}
    joins = {**person, "code": CODE, "name": "Bùi Thị Nga"}
    await walker.walks(Walk("join", "nga", ("tham gia", "join"), joins))
    await walker.walks(Walk("approve_member", "binh", TASKS, through=("s:approve_member:",)))
    invites = Walk(
        "invite", "binh", ("ban chu nhiem", "offices"), {"role": "deputy"}, ("s:invite:",)
    )
    await walker.walks(invites)
    found = re.search(r"i-[A-Za-z0-9_-]{22}", v.binh.everything)
    assert found is not None
    takes = {**person, "name": "Đinh Thị Sen", "year": "1962"}
    await walker.walks(Walk("accept_invitation", "sen", (found[0], found[0]), takes))
    for who in ("dao", "em"):
        await walker.walks(Walk("confirm_account", who, TASKS, through=("s:confirm_account:",)))
    helps = {**person, "name": "Lê Anh Tú", "year": "2003", "belongs_to": "Đoàn xã"}
    await walker.walks(Walk("volunteer", "tu", ("tinh nguyen", "volunteer"), helps))
