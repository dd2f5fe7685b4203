"""Which of some people is meant."""

import pytest

from messages.understand.people import Described, people_meant

PEOPLE = (
    Described("Nguyễn Thị Hoa", "Xóm Đông", 1955),
    Described("Trần Thị Hòa", "Xóm Tây", 1949),
    Described("Phạm Văn Mạnh", "Xóm Đông", 1950),
    Described("Nguyễn Thị Hoa", "Xóm Bãi", 1961),
    Described("Lê Thị Bà", "Xóm Đông", 1952),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Phạm Văn Mạnh", [2]),
        ("ông Mạnh", [2]),
        ("cụ Mạnh ạ", [2]),
        ("manh", [2]),
        ("Mạnh phạm", [2]),
        ("bà Hoa", [0, 3]),
        ("bà Hòa", [1]),
        ("hoa", [0, 1, 3]),
        ("bà Hoa xóm Bãi", [3]),
        ("Hoa 1955", [0]),
        ("hoa sinh nam 61", [3]),
        ("bà Bà", [4]),
        ("Pham Van Mnah", [2]),
        ("Phamj Manh", [2]),
        ("bà Hoa vừa nộp 30 nghìn tiền phí", [0, 3]),
        ("cho bác hỏi ông Phạm Văn Mạnh đóng chưa", [2]),
        ("ba tháng", []),
        ("xóm Đông", []),
        ("bà", [4]),
        ("Tuấn", []),
        ("", []),
        ("30.000", []),
    ],
)
def test_who_is_meant(typed: str, meant: list[int]) -> None:
    assert people_meant(typed, PEOPLE) == meant
