"""A person of whom no village is known: nothing stands where it would be, no comma either."""

from messages.members.offices import person
from messages.moments import written
from messages.wording import Words


def test_no_comma_is_left_where_no_village_is_known() -> None:
    said = written(person("Trần Văn Bình", 1946, ""), Words("vi"))
    assert said == "Trần Văn Bình, sinh 1946"
    village = written(person("Trần Văn Bình", 1946, "Thôn Đoài"), Words("vi"))
    assert village == "Trần Văn Bình, sinh 1946, Thôn Đoài"
