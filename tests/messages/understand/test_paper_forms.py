"""In which form a paper is wished."""

import pytest

from messages.understand.paper_forms import form_said, poster_said


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("báo cáo tháng mười bằng ảnh", "png"),
        ("cho bac xem bao cao bang hinh", "png"),
        ("in ra giấy để ký", "pdf"),
        ("báo cáo tháng 10 bản in", "pdf"),
        ("gửi bác bảng tính", "xlsx"),
        ("báo cáo excel", "xlsx"),
        ("the report as a table", "xlsx"),
        ("báo cáo tháng này thế nào rồi", ""),
        ("", ""),
    ],
)
def test_a_form_is_known_by_its_words(text: str, form: str) -> None:
    assert form_said(text) == form


@pytest.mark.parametrize(
    ("text", "is_poster"),
    [("in áp phích tháng này", True), ("tờ dán bảng tin", True), ("bản tin tháng này", False)],
)
def test_a_poster_is_known_by_its_words(text: str, is_poster: bool) -> None:
    assert poster_said(text) is is_poster
