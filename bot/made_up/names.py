"""Names of a made-up country: its communes and hamlets, its clubs, the people in them."""

from collections.abc import Mapping, Sequence
from itertools import product
from random import Random

from storage.changes.joining.found_club import CODE_LETTERS

_FIRST = (
    "An", "Bình", "Cẩm", "Châu", "Đại", "Đông", "Đức", "Gia", "Hòa", "Hồng", "Hưng", "Khánh",
    "Lộc", "Long", "Minh", "Mỹ", "Nam", "Phú", "Phước", "Quang", "Sơn", "Tân", "Thạnh", "Thanh",
    "Thuận", "Tiên", "Trung", "Vĩnh", "Xuân", "Yên",
)  # fmt: skip
_SECOND = (
    "Bình", "Châu", "Cường", "Điền", "Đồng", "Giang", "Hà", "Hải", "Hiệp", "Hội", "Khê", "Lâm",
    "Lập", "Lợi", "Lương", "Mai", "Ninh", "Phong", "Sơn", "Tâm", "Thắng", "Thịnh", "Thọ", "Thủy",
    "Tiến", "Trạch", "Trường", "Tường", "Vân", "Xá",
)  # fmt: skip
_KINDS = ("Thôn", "Thôn", "Thôn", "Xóm", "Ấp", "Bản", "Tổ dân phố")
_WARDS_AMONG = 5
"""So many communes, and one of them is a ward."""

_FAMILIES = (
    "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan",
    "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Lương", "Cao",
)  # fmt: skip
_GIVEN = {
    "female": (
        "Thị An", "Thị Ba", "Thị Bé", "Thị Chín", "Thị Cúc", "Thị Diễm", "Thị Dung", "Thị Đào",
        "Thị Hạnh", "Thị Hòa", "Thị Hồng", "Thị Hương", "Thị Kim", "Thị Liên", "Thị Loan",
        "Thị Mai", "Thị Mơ", "Thị Năm", "Thị Ngọc", "Thị Nguyệt", "Thị Nhung", "Thị Oanh",
        "Thị Phúc", "Thị Quý", "Thị Sáu", "Thị Tâm", "Thị Thanh", "Thị Thu", "Thị Tuyết", "Thị Út",
    ),
    "male": (
        "Văn Ba", "Văn Bảy", "Văn Chín", "Văn Dũng", "Văn Đức", "Văn Hải", "Văn Hòa", "Văn Khoa",
        "Văn Lâm", "Văn Long", "Văn Minh", "Văn Năm", "Văn Phong", "Văn Quý", "Văn Sơn", "Văn Tài",
        "Văn Tám", "Văn Thành", "Văn Thịnh", "Văn Trung", "Hữu Nghĩa", "Đình Lợi", "Xuân Hòa",
    ),
}  # fmt: skip
_MULTIPLIER = 648_391_759_391
"""Spreads codes; no multiple of the 31 letters, so that no two numbers get one code."""


def communes(provinces: Sequence[int], count: int, seed: int) -> list[tuple[int, str]]:
    """The province and the name of each commune; in a province no name stands twice."""
    made = []
    names = {each: _shuffled(f"{seed}:{each}") for each in provinces}
    for number in range(count):
        province = provinces[number % len(provinces)]
        kind = "Phường" if number % _WARDS_AMONG == _WARDS_AMONG - 1 else "Xã"
        made.append((province, f"{kind} {names[province][number // len(provinces)]}"))
    return made


def most_communes(provinces: int) -> int:
    """So many communes have a name of their own."""
    return provinces * len(_all_places())


def hamlet_of(club: int, seed: int) -> str:
    dice = Random(f"hamlet:{seed}:{club}")
    return f"{dice.choice(_KINDS)} {dice.choice(_FIRST)} {dice.choice(_SECOND)}"


def club_in(hamlet: str) -> str:
    return f"CLB Liên thế hệ tự giúp nhau {hamlet[0].lower()}{hamlet[1:]}"


def code_of(club: int, seed: int) -> str:
    """A join code; no two clubs of a country have the same."""
    letters = len(CODE_LETTERS)
    number = (club * _MULTIPLIER + seed * 7_919) % letters**8
    code = ""
    for _ in range(8):
        number, place = divmod(number, letters)
        code += CODE_LETTERS[place]
    return code


def other_names(people: Mapping[str, str], club: int, seed: int) -> dict[str, str]:
    """New names for a club's people, who come by name with their sex; no two are called alike."""
    dice = Random(f"people:{seed}:{club}")
    made: dict[str, str] = {}
    for sex, names in _ALL_NAMES.items():
        own = [name for name, whose in people.items() if whose == sex]
        made |= dict(zip(own, dice.sample(names, len(own)), strict=True))
    return made


def _all_places() -> list[str]:
    return [f"{first} {second}" for first, second in product(_FIRST, _SECOND) if first != second]


def _shuffled(seed: str) -> list[str]:
    places = _all_places()
    Random(seed).shuffle(places)
    return places


_ALL_NAMES = {
    sex: sorted({f"{family} {given}" for family, given in product(_FAMILIES, names)})
    for sex, names in _GIVEN.items()
}
