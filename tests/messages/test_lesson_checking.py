"""The checker of lessons: what comes along has no fault, and each fault planted is named."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from messages.lesson_faults import SENTENCES, fault_said
from messages.lessons import FOLDER, WrongLessons, built_in, lesson_called, lessons, tips, use_own
from messages.lessons.checking import check_folder
from messages.wording import LANGUAGES, Words

GOOD = (FOLDER / "05-contacts.toml").read_text(encoding="utf-8")
TIPS = (FOLDER / "tips.toml").read_text(encoding="utf-8")
CHOICES = GOOD.splitlines().index("[[choices]]") + 1
FIRST_LINE = "Dạ, danh bạ là sổ ghi số điện thoại trong máy ạ."


def test_what_comes_along_has_no_fault() -> None:
    checked = check_folder(FOLDER)
    assert checked.faults == []
    assert len(checked.lessons) == 24


def changed(old: str, new: str) -> Callable[[str], bytes]:
    def change(text: str) -> bytes:
        assert old in text
        return text.replace(old, new, 1).encode()

    return change


def _several_right(text: str) -> bytes:
    return text.replace(
        "[[choices]]\n[choices.text]", "[[choices]]\nright = true\n[choices.text]", 1
    ).encode()


PLANTED: dict[str, tuple[Callable[[str], bytes], int, str]] = {
    "empty_file": (lambda text: b" \n", 0, ""),
    "byte_order_mark": (lambda text: b"\xef\xbb\xbf" + text.encode(), 1, ""),
    "not_utf8": (lambda text: text.encode("cp1258", "replace"), 2, ""),
    "no_toml": (changed('"""\nen = """', '""\nen = """'), 13, ""),
    "unknown_part": (changed("[question]", "[questions]"), 63, "questions"),
    "missing_part": (lambda text: text[: text.index("[offer]")].encode(), 1, "offer"),
    "missing_translation": (
        changed('en = "Saving numbers, blocking strangers"', ""),
        1,
        "title en",
    ),
    "no_text": (changed('vi = "Danh bạ và chặn số lạ"', "vi = 5"), 2, "title vi"),
    "empty_text": (changed('vi = "Danh bạ và chặn số lạ"', 'vi = ""'), 2, "title vi"),
    "no_right_choice": (changed("right = true\n", ""), CHOICES, "choices"),
    "several_right": (_several_right, CHOICES, "choices"),
    "same_choices": (changed("Tắt máy cả ngày", "Chặn số ấy lại"), CHOICES, "choices"),
    "too_long": (changed(FIRST_LINE, "Dạ vâng ạ. " * 30 + "\n"), 6, "steps 1 vi"),
    "too_many_lines": (changed(FIRST_LINE, "Dạ.\n" * 6), 6, "steps 1 vi"),
    "long_line": (changed(FIRST_LINE, f"{FIRST_LINE} Máy nào cũng có ạ."), 6, "steps 1 vi"),
    "empty_line": (changed(FIRST_LINE, f"{FIRST_LINE}\n\n"), 6, "steps 1 vi"),
    "braces": (changed("{you} biết ngay", "{you biết ngay"), 6, "steps 1 vi"),
    "unknown_placeholder": (changed("{you} biết ngay", "{ten} biết ngay"), 6, "steps 1 vi"),
    "not_composed": (
        lambda text: text.replace(FIRST_LINE, unicodedata.normalize("NFD", FIRST_LINE)).encode(),
        6,
        "steps 1 vi",
    ),
    "web_address": (changed(FIRST_LINE, "Dạ, mời xem www.lua ạ."), 6, "steps 1 vi"),
    "foreign_word": (changed("danh bạ là sổ", "contact là sổ"), 6, "steps 1 vi"),
    "form_of_address": (changed("{you} biết ngay", "bác biết ngay"), 6, "steps 1 vi"),
    "impolite_end": (changed("là người chưa lưu ạ.", "là người chưa lưu."), 6, "steps 1 vi"),
    "order": (changed("Có tên trong", "Mở máy ra xem. Có tên trong"), 6, "steps 1 vi"),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_fault_is_found_with_its_line(kind: str, tmp_path: Path) -> None:
    change, line, part = PLANTED[kind]
    (tmp_path / "05-contacts.toml").write_bytes(change(GOOD))
    found = [each for each in check_folder(tmp_path).faults if each.kind == kind]
    assert [(each.file, each.part) for each in found[:1]] == [("05-contacts.toml", part)]
    assert found[0].line == line
    for language in LANGUAGES:
        assert "05-contacts.toml" in fault_said(Words(language), found[0])


def test_too_few_steps_and_choices(tmp_path: Path) -> None:
    text = GOOD
    for _ in range(2):
        start = text.index("[[steps]]")
        text = text[:start] + text[text.index("[[steps]]", start + 5) :]
    (tmp_path / "05-contacts.toml").write_text(text, encoding="utf-8")
    assert [(each.kind, each.what) for each in check_folder(tmp_path).faults] == [
        ("wrong_count", "2 (3–5)")
    ]


def test_names_and_numbers_of_files(tmp_path: Path) -> None:
    for name in ("vườn.toml", "05-garden.toml", "26-garden.toml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    found = {
        (each.kind, each.file, each.what) for each in check_folder(tmp_path, built_in()).faults
    }
    assert found == {
        ("wrong_name", "vườn.toml", ""),
        ("number_twice", "05-garden.toml", "05-contacts.toml"),
        ("code_twice", "26-garden.toml", "05-garden.toml"),
    }


def test_a_folder_without_lessons_and_no_folder(tmp_path: Path) -> None:
    assert [each.kind for each in check_folder(tmp_path).faults] == ["no_files"]
    with pytest.raises(OSError, match="no-such"):
        check_folder(tmp_path / "no-such")


def test_faults_of_tips(tmp_path: Path) -> None:
    text = TIPS.replace('code = "compost"', 'code = "sorting"').replace('code = "bags"', "")
    (tmp_path / "tips.toml").write_text(text, encoding="utf-8")
    assert [(each.kind, each.part) for each in check_folder(tmp_path).faults] == [
        ("code_twice", "tips 3 code"),
        ("missing_part", "tips 4 code"),
    ]


def test_every_kind_of_fault_has_its_words() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    assert all(f'"{kind}"' in source for kind in SENTENCES)
    for kind in SENTENCES:
        said = {SENTENCES[kind](Words(language), "5") for language in LANGUAGES}
        assert len(said) == len(LANGUAGES), kind


def test_own_lessons_replace_and_add(tmp_path: Path) -> None:
    own = GOOD.replace("Danh bạ và chặn số lạ", "Sổ số trong máy")
    (tmp_path / "05-contacts.toml").write_text(own, encoding="utf-8")
    (tmp_path / "25-garden.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "tips.toml").write_text(TIPS[: TIPS.index("[[tips]]", 200)], encoding="utf-8")
    try:
        use_own(tmp_path)
        assert [each.code for each in lessons()][-1] == "garden"
        assert len(lessons()) == 25
        assert lesson_called("contacts").title.by_language["vi"] == "Sổ số trong máy"
        assert len(tips()) == 1
        (tmp_path / "26-empty.toml").write_text("", encoding="utf-8")
        with pytest.raises(WrongLessons):
            use_own(tmp_path)
        assert len(lessons()) == 25
    finally:
        use_own(None)
    assert len(lessons()) == 24
