"""However much is left unfinished, all of it can be gone on with and thrown away."""

from handlers.talk.unfinished import MOST_PARKED
from tests.kit.lending import give_fund
from tests.kit.village import Village, village

_BEGUN = (
    ("vay vốn", "2"),
    ("báo khó khăn", "bà Lan"),
    ("nhờ thanh niên", "1"),
    ("huyết áp", "có"),
    ("tin buồn", "bà Xinh"),
)


async def _begins_all(v: Village) -> None:
    give_fund(v, 5)
    for wish, answer in _BEGUN:
        await v.hoa.says(wish)
        await v.hoa.says(answer)
        await v.hoa.says("menu")


async def test_more_than_a_page_of_it_is_shown_by_pages(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _begins_all(v)
        assert len(_BEGUN) < MOST_PARKED
        assert v.hoa.labels[0] == f"1. Việc đang dở ({len(_BEGUN)})"
        assert "đóng lại" not in v.hoa.everything
        await v.hoa.says("1")
        seen = [each for each in v.hoa.labels if "Làm tiếp" in each]
        assert len(v.hoa.labels) == 5
        await v.hoa.says("xem thêm")
        seen += [each for each in v.hoa.labels if "Làm tiếp" in each]
        assert len(seen) == len(_BEGUN)
        await v.hoa.taps("Bỏ bớt việc")
        await v.hoa.says("xem thêm")
        assert any("Bỏ" in each for each in v.hoa.labels)
        await v.hoa.says("1")
        assert "đã bỏ" in v.hoa.heard
