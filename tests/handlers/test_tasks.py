"""One list of everything that waits, paged five at a time."""

from storage.changes.deed import Deed
from storage.changes.joining.ask_to_join import AskToJoin
from tests.kit.village import Village, village

NAMES = ("Mơ", "Na", "Oanh", "Phúc", "Quế", "Sen")


def ask_to_join(v: Village, *names: str) -> None:
    """So many people have asked to join and wait for the board."""
    for name in names:
        command = AskToJoin(
            club_id=v.club.club_id,
            name=f"Nguyễn Thị {name}",
            birth_year=1950,
            sex="female",
            hamlet="Thôn Đoài",
            phone="",
            hardship="unsaid",
            address="bác",
        )
        deed = Deed(0, "web", None, None, v.clock.now(), v.clock.now().date(), name)
        v.store.change(command.carry_out, deed)


async def test_nothing_waits(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("việc cần làm")
        assert "không còn việc nào" in v.giang.heard


async def test_a_line_begins_the_work_and_goes_when_it_is_done(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        ask_to_join(v, "Mơ")
        await v.giang.says("/congviec")
        await v.giang.taps("Nguyễn Thị Mơ xin vào")
        await v.giang.taps("Có")
        await v.giang.says("/congviec")
        assert "không còn việc nào" in v.giang.heard


async def test_many_lines_stand_on_pages_of_five(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        ask_to_join(v, *NAMES)
        await v.giang.says("tasks")
        assert "6 things" in v.giang.heard
        first = v.giang.labels
        assert len(first) == 5
        await v.giang.taps("More")
        assert v.giang.labels[:2] == [
            "1. Nguyễn Thị Quế asks to join",
            "2. Nguyễn Thị Sen asks to join",
        ]
        await v.giang.taps("More")
        assert v.giang.labels == first


async def test_five_lines_need_no_second_page(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        ask_to_join(v, *NAMES[:5])
        await v.giang.says("tasks")
        assert len(v.giang.labels) == 5
        assert "Sen" not in " ".join(v.giang.labels)
        assert "Quế" in v.giang.labels[-1]


async def test_a_member_without_office_sees_nothing_of_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        ask_to_join(v, "Mơ")
        await v.hoa.says("/congviec")
        assert "Mơ" not in v.hoa.last
