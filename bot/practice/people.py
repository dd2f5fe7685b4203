"""The people of the practice village: made up, of several peoples and ages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

HAMLETS = ("Xóm Đình", "Xóm Chùa", "Xóm Bến", "Xóm Mới")
CLUB = "CLB Liên thế hệ tự giúp nhau thôn Đoài"
HAMLET = "Thôn Đoài"
COMMUNE = "Xã Mỹ Đức"
PROVINCE = "Hà Nội"

OLD_WOMEN, YOUNG_WOMEN = 22, 10
OLD_MEN, YOUNG_MEN = 10, 6
WITHOUT_PHONE = 9
POOR, NEAR_POOR = 6, 9


@dataclass(frozen=True, slots=True)
class Villager:
    """Somebody of the village. `role` is an office or empty; `home` names a household."""

    name: str
    age: int
    sex: str
    address: str
    hamlet: str
    phone: str = ""
    hardship: str = ""
    home: str = ""
    role: str = ""


# Those whose phones lie open on the page, and the rest of the board.
CAST = (
    Villager("Trần Văn Bình", 71, "male", "ông", HAMLETS[0], home="nhà ông Bình", role="chair"),
    Villager("Lê Thị Cúc", 66, "female", "bà", HAMLETS[1], role="deputy"),
    Villager("Phạm Thị Đào", 63, "female", "cô", HAMLETS[2], role="secretary"),
    Villager("Vũ Thị Yến", 62, "female", "cô", HAMLETS[0], role="bookkeeper"),
    Villager("Hoàng Văn Giang", 68, "male", "chú", HAMLETS[1], home="nhà Giang", role="cashier"),
    Villager("Nguyễn Thị Hoa", 74, "female", "bác", HAMLETS[2], hardship="near_poor"),
    Villager("Đỗ Thị Lan", 67, "female", "bà", HAMLETS[0], home="nhà ông Bình", hardship="none"),
    Villager("Ngô Thị Sen", 65, "female", "cô", HAMLETS[1], home="nhà Giang", hardship="none"),
    Villager("Bùi Văn Mạnh", 59, "male", "chú", HAMLETS[3], hardship="none"),
)

VOLUNTEERS = (
    Villager("Ngô Minh Quân", 22, "male", "bạn", HAMLETS[2], role="volunteer"),
    Villager("Trần Thu Hà", 21, "female", "bạn", HAMLETS[0], role="volunteer"),
    Villager("Quách Đức Anh", 23, "male", "bạn", HAMLETS[3], role="volunteer"),
    Villager("Phạm Ngọc Linh", 19, "female", "bạn", HAMLETS[1], role="volunteer"),
    Villager("H'Mai Niê", 20, "female", "bạn", HAMLETS[1], role="volunteer"),
)

# Married into the village, or from the hamlets beside it.
_OF_OTHER_PEOPLES = {
    "female": ("Quách Thị Ính", "Bùi Thị Nhỏi", "H'Hen Niê", "Nông Thị Slao", "Giàng Thị Mỷ"),
    "male": ("Quách Văn Ợm", "Y Blăm Êban", "Sùng A Páo"),
}
_FAMILIES = (
    "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Đặng",
    "Bùi", "Ngô", "Dương", "Đinh", "Phan", "Tạ",
)  # fmt: skip
_GIVEN = {
    ("female", True): (
        "Bưởi", "Chanh", "Dần", "Gái", "Hiền", "Huệ", "Khoai", "Lụa", "Mận", "Mùi", "Na", "Nga",
        "Nhàn", "Nhài", "Nụ", "Phượng", "Quế", "Sâm", "Tằm", "Thìn", "Thơm", "Tỵ", "Vân", "Xuân",
        "Xoan", "Ngát", "Lành", "Bích",
    ),
    ("male", True): (
        "Bằng", "Cần", "Chiến", "Dậu", "Hợi", "Khang", "Lộc", "Ngọ", "Phúc", "Sửu", "Thắng", "Tuất",
    ),
    ("female", False): (
        "Ánh Tuyết", "Bích Ngọc", "Thanh Thủy", "Thu Hương", "Hồng Nhung", "Kim Oanh", 
        "Minh Nguyệt", "Phương Thảo", "Thị Hằng", "Thị Liễu",
    ),
    ("male", False): ("Công Thành", "Đình Tuấn", "Quang Huy", "Văn Hùng", "Văn Nam", "Văn Toàn"),
}  # fmt: skip


def villagers(seed: int) -> list[Villager]:
    """The 57 members, the cast first: about 70 in 100 older, 65 in 100 women."""
    dice = Random(seed)
    rest = [
        *_kind(dice, "female", older=True, count=OLD_WOMEN),
        *_kind(dice, "male", older=True, count=OLD_MEN),
        *_kind(dice, "female", older=False, count=YOUNG_WOMEN),
        *_kind(dice, "male", older=False, count=YOUNG_MEN),
    ]
    dice.shuffle(rest)
    hardships = ["poor"] * POOR + ["near_poor"] * NEAR_POOR
    hardships += ["none"] * (len(rest) - len(hardships) - 2) + ["", ""]
    dice.shuffle(hardships)
    silent = set(dice.sample(range(len(rest)), WITHOUT_PHONE))
    members = [_settled(each) for each in CAST]
    for number, each in enumerate(rest):
        phone = "" if number in silent else f"+84912{2000 + number:06}"
        members.append(replace(each, phone=phone, hardship=hardships[number]))
    return members


def _kind(dice: Random, sex: str, *, older: bool, count: int) -> Iterator[Villager]:
    given = dice.sample(_GIVEN[sex, older], k=min(count, len(_GIVEN[sex, older])))
    others = list(_OF_OTHER_PEOPLES[sex]) if older else []
    for number in range(count):
        name = others.pop() if others else _kinh(dice, sex, given[number], older=older)
        age = dice.randint(60, 88) if older else dice.randint(27, 58)
        yield Villager(name, age, sex, address_of(sex, age), dice.choice(HAMLETS))


def _kinh(dice: Random, sex: str, given: str, *, older: bool) -> str:
    between = ("Thị " if sex == "female" else "Văn ") if older else ""
    return f"{dice.choice(_FAMILIES)} {between}{given}"


def address_of(sex: str, age: int) -> str:
    """How somebody of this age is usually addressed (Club rules, H.3)."""
    if age >= 80:
        return "cụ"
    if age >= 60:
        return "bà" if sex == "female" else "ông"
    if age >= 45:
        return "cô" if sex == "female" else "chú"
    return "chị" if sex == "female" else "anh"


def _settled(each: Villager) -> Villager:
    number = 1000 + CAST.index(each)
    return replace(each, phone=f"+84912{number:06}", hardship=each.hardship or "none")
