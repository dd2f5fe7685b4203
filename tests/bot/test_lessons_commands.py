"""`lien lessons check`, `lien lessons show`, and a folder of lessons of one's own."""

from pathlib import Path

import pytest

from bot.command_line import main
from bot.own_lessons import use_own_lessons
from bot.settings import Settings, WrongSetting, settings
from messages.lessons import FOLDER, lesson_called, use_own

CONTACTS = (FOLDER / "05-contacts.toml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LIEN_LANGUAGE", "en")
    monkeypatch.delenv("LIEN_LESSONS_DIR", raising=False)


def test_what_comes_along_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lessons", "check"]) == 0
    assert capsys.readouterr().out == "Nothing is wrong: 24 lessons, 14 tips.\n"


def test_the_check_names_file_line_and_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = CONTACTS.replace('en = "Saving numbers, blocking strangers"', "")
    (tmp_path / "05-contacts.toml").write_text(faulty, encoding="utf-8")
    assert main(["lessons", "check", str(tmp_path)]) == 1
    assert capsys.readouterr().out == (
        "05-contacts.toml, line 1 (title en): the text in this language is missing\n1 fault.\n"
    )


def test_the_check_lists_what_is_replaced_and_added(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("05-contacts.toml", "25-garden.toml"):
        (tmp_path / name).write_text(CONTACTS, encoding="utf-8")
    assert main(["lessons", "check", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "In place of the lessons that come along: 05-contacts.toml",
        "Beside the lessons that come along: 25-garden.toml",
    ]
    assert main(["lessons", "check", str(tmp_path / "no-such")]) == 2
    assert "No such file" in capsys.readouterr().err


def test_a_lesson_is_shown_as_on_a_phone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lessons", "show", "5", "--language", "vi"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("5. Danh bạ và chặn số lạ\n")
    assert "máy hiện tên, bác biết ngay là ai." in shown
    assert "* 2. Chặn số ấy lại" in shown
    assert main(["lessons", "show", "contacts"]) == 0
    assert "5. Saving numbers" in capsys.readouterr().out
    assert main(["lessons", "show", "99"]) == 2
    assert "there is no lesson “99”; there are 1 phone, 2 network" in capsys.readouterr().err


def test_a_wrong_folder_stops_the_start_with_one_line(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match="LIEN_LESSONS_DIR: there is no folder /no/such"):
        settings({"LIEN_LESSONS_DIR": "/no/such"})
    (tmp_path / "05-contacts.toml").write_bytes(b"")
    with pytest.raises(WrongSetting) as stopped:
        use_own_lessons(Settings(lessons_dir=str(tmp_path), language="en"))
    assert str(stopped.value).splitlines() == [
        f"LIEN_LESSONS_DIR: 05-contacts.toml: the file is empty – all of it says: "
        f"lien lessons check {tmp_path}"
    ]


def test_a_right_folder_is_taken_into_use(tmp_path: Path) -> None:
    own = CONTACTS.replace("Danh bạ và chặn số lạ", "Sổ số trong máy")
    (tmp_path / "05-contacts.toml").write_text(own, encoding="utf-8")
    try:
        use_own_lessons(Settings(lessons_dir=str(tmp_path)))
        assert lesson_called("contacts").title.by_language["vi"] == "Sổ số trong máy"
    finally:
        use_own(None)
