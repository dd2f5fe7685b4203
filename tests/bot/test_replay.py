"""A talk that ran into a fault is said anew by a test that was made of it, with masked data."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.command_line import main
from bot.replaying import masked, phone_of
from handlers.dialogue.engine import SCRIPTS
from storage.tables.chats import inbox
from tests.kit.village import village


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Đóng phí", "Đóng phí"),  # what opens something stays
        ("Nguyễn Thị Hoa", "Hnooồn Hnồ Hoo"),
        ("150.000 đồng", "110.000 đồng"),
        ("2", "2"),
        ("0912 345 678", "0111 111 111"),
        ("sinh năm 1952", "honn năm 1950"),
        ("", ""),
    ],
)
def test_only_the_shape_of_what_is_somebodys_stays(said: str, kept: str) -> None:
    assert masked(said) == kept


def test_the_village_has_somebody_for_every_role() -> None:
    assert phone_of({"member", "cashier"}) == "giang"
    assert phone_of({"member"}) == "hoa"
    assert phone_of(()) == "la"


async def test_the_test_that_is_made_runs_into_the_same_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dialogue breaks over a name said in it; the made test breaks over the masked one."""
    monkeypatch.setitem(SCRIPTS, "ask_for_help", _breaking(SCRIPTS["ask_for_help"]))
    url = f"sqlite+aiosqlite:///{tmp_path}/lived.db"
    async with village(url) as v:
        await v.hoa.says("nhờ giúp")
        await v.hoa.says("Nguyễn Văn Bí Mật 0987123987")
        assert "lỗi này là do cháu" in v.hoa.heard
    monkeypatch.setenv("LIEN_DATABASE_URL", url)
    made = tmp_path / "test_fault_1.py"
    assert main(["replay", "1", "-o", str(made)]) == 0
    text = made.read_text(encoding="utf-8")
    assert "nhờ giúp" in text
    for secret in ("Bí", "Mật", "Nguyễn", "0987123987"):
        assert secret not in text
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        await _run(text, f"sqlite+aiosqlite:///{tmp_path}/again.db")
    monkeypatch.undo()
    await _run(text, f"sqlite+aiosqlite:///{tmp_path}/mended.db")
    capsys.readouterr()


def _breaking(script: Any) -> Any:
    """The same dialogue, which divides by nothing once something was said in it."""

    async def breaks(ask: Any, me: Any) -> Any:
        await ask.text("what", script.title(), longest=200)
        return 1 // 0

    return replace(script, play=breaks)


async def _run(text: str, url: str) -> None:
    names: dict[str, Any] = {}
    exec(compile(text, "made", "exec"), names)
    await names["test_fault_1_does_not_come_back"](url)


async def test_what_is_forgotten_cannot_be_said_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(SCRIPTS, "ask_for_help", _breaking(SCRIPTS["ask_for_help"]))
    url = f"sqlite+aiosqlite:///{tmp_path}/lived.db"
    async with village(url) as v:
        await v.hoa.says("nhờ giúp")
        await v.hoa.says("gì đó")
        with v.store.writing() as db:
            db.execute(update(inbox).values(raw=None))
    monkeypatch.setenv("LIEN_DATABASE_URL", url)
    assert main(["replay", "1"]) != 0
    assert "no message is kept" in capsys.readouterr().err
