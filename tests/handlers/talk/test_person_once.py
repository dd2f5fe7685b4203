"""Not understood three times running: somebody to ring is named, once."""

from tests.kit.village import village

NONSENSE = ("blub blub", "xyz xyz", "qwe rty", "asd fgh")


PHONE = "0912 001 9630"  # of the secretary


async def test_at_the_menu_the_third_time_and_not_the_fourth(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        answers = [await v.hoa.says(each) for each in NONSENSE]
        assert [PHONE in each for each in answers] == [False, False, True, False]


async def test_what_was_understood_between_begins_anew(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for each in (*NONSENSE[:2], "quỹ", *NONSENSE[:2]):
            assert PHONE not in await v.hoa.says(each)


async def test_in_a_dialogue_the_third_time(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("cách xưng hô")
        answers = [await v.hoa.says(each) for each in NONSENSE]
        assert [PHONE in each for each in answers] == [False, False, True, False]


async def test_a_stranger_is_sent_to_the_board_and_hears_no_number(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        answers = [await v.la.says(each) for each in ("xyzt wqz", *NONSENSE[1:])]
        assert ["sẵn lòng giúp" in each for each in answers] == [False, False, True, False]
        assert all(PHONE not in each for each in answers)
