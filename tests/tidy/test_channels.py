"""What people can do knows what a messenger can, never which it is: a third one is one folder."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels import telegram, zalo
from bot.channels.web import channel as page
from messages.own.second_chat import NAMES
from tests.kit.sources import ROOT, python_files, shown

CHANNELS = {telegram.NAME, zalo.NAME, page.NAME}
CORE = ("handlers", "scheduler", "messages", "club", "storage")
# The page keeps its lines in tables of its own; the practice club lives on it.
OF_THE_PAGE = {
    *("storage/page_sessions.py", "storage/queries/web.py", "storage/queries/photos.py"),
    "storage/practising.py",
}
# What messengers are called where they are spoken of.
TEXTS = {"messages/own/second_chat.py", "messages/own/my_data_words.py"}
# Who puts the program together, and an operator's commands, which look after one by its name.
BY_NAME = ("bot/channels/configured.py", "bot/commands/")


def decided_by(tree: ast.AST) -> Iterator[str]:
    """Constants by which a program decides: compared, matched, looked up, handed over by name."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, comparators=others):
                found: list[ast.expr | None] = [left, *others]
            case ast.MatchValue(value=value):
                found = [value]
            case ast.Dict(keys=keys):
                found = list(keys)
            case ast.keyword(arg="channel", value=value):
                found = [value]
            case ast.Assign(value=ast.Constant() as value):
                found = [value]
            case _:
                continue
        yield from (str(each.value) for each in found if isinstance(each, ast.Constant))


@pytest.mark.parametrize("package", CORE)
def test_nothing_is_decided_by_the_name_of_a_channel(package: str) -> None:
    allowed = TEXTS | OF_THE_PAGE
    named = {
        shown(file)
        for file in python_files(package)
        if CHANNELS & set(decided_by(ast.parse(file.read_text(encoding="utf-8"))))
    }
    assert named - allowed == set()


def imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }


def test_a_messengers_folder_is_reached_by_few_and_by_no_other_folder() -> None:
    for name in (telegram.NAME, zalo.NAME):
        home = f"bot/channels/{name}/"
        users = {
            shown(file)
            for file in python_files("bot")
            if any(each.startswith(f"bot.channels.{name}") for each in imported(file))
        }
        assert {each for each in users if not each.startswith((home, *BY_NAME))} == set()


def test_every_messenger_has_a_name_to_be_spoken_of() -> None:
    assert set(NAMES) == {telegram.NAME, zalo.NAME}


def test_the_page_about_channels_names_each_of_them_and_what_is_assumed() -> None:
    text = (ROOT / "docs" / "CHANNELS.md").read_text(encoding="utf-8")
    assert all(name in text.lower() for name in (telegram.NAME, zalo.NAME))
    assert "To be checked with a real token" in text
