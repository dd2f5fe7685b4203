"""What docs/OPERATIONS.md, README.md and deploy/ tell an operator to type is there."""

import re
from collections.abc import Iterator

import pytest

from bot.command_line import ORDERS
from bot.settings import KNOWN
from handlers import everything  # noqa: F401 – declares every entrance
from handlers.entrances import ENTRANCES
from messages.understand.plain import bare
from tests.kit.shell import shell_in
from tests.kit.sources import ROOT

README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("deploy/*"))]
OPERATIONS = ROOT / "docs" / "OPERATIONS.md"
COMMAND = re.compile(r"(?:`|bin/|^)lien ([a-z][^`\n#|]*)", re.MULTILINE)
SETTING = re.compile(r"\bLIEN_[A-Z_]+[A-Z]\b")
METRIC = re.compile(r"`(lien_[a-z_]+?)[`{(]")
FOR_TESTS = {"LIEN_TEST_DATABASE_URL"}


def texts() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        yield page.name, page.read_text(encoding="utf-8")


def orders_named() -> set[tuple[str, str]]:
    """Each command as it is written somewhere, with its page."""
    return {
        (page, words.replace("--", " --").strip())
        for page, text in texts()
        for words in COMMAND.findall(text)
    }


def test_every_command_that_is_named_is_there() -> None:
    known = [order.words for order in ORDERS]
    named = orders_named()
    assert len(named) > 40
    unknown = [
        f"{page}: lien {words}"
        for page, words in sorted(named)
        if not any(f"{words} ".startswith(f"{each} ") for each in known)
        and not any(each.startswith(f"{words} ") for each in known)
    ]
    assert not unknown


def test_every_command_has_its_line_in_the_readme() -> None:
    lines = [line for line in README.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    missing = [
        order.words
        for order in ORDERS
        if not any(is_named_in(line.split("|")[1], order.words) for line in lines)
    ]
    assert missing == []


def is_named_in(cell: str, words: str) -> bool:
    """As “lien area add”, or as “add” behind another command of its group."""
    group, _, rest = words.partition(" ")
    if re.search(rf"`lien {words}[` ]", cell):
        return True
    return bool(rest) and f"`lien {group} " in cell and f"`{rest}`" in cell


def test_every_flag_that_is_named_is_there(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    lien = shell_in(tmp_path_factory.mktemp("here"), monkeypatch)
    helps: dict[str, str] = {}
    wrong = []
    for page, words in sorted(orders_named()):
        order = next(
            (each.words for each in ORDERS if f"{words} ".startswith(f"{each.words} ")), ""
        )
        for flag in re.findall(r"--[a-z][a-z-]*", words) if order else ():
            if order not in helps:
                helps[order] = lien(*order.split(), "--help").out
            if flag not in helps[order]:
                wrong.append(f"{page}: lien {order} {flag}")
    assert helps
    assert not wrong


def test_every_setting_that_is_named_is_there_and_each_is_explained() -> None:
    named = {name for _, text in texts() for name in SETTING.findall(text)}
    assert named - set(KNOWN) - FOR_TESTS == set()
    readme = README.read_text(encoding="utf-8")
    assert [name for name in KNOWN if f"`{name}`" not in readme] == []


def test_every_metric_has_an_alarm_and_no_other_is_named() -> None:
    sources = "".join(
        (ROOT / "bot" / "watching" / name).read_text(encoding="utf-8")
        for name in ("prometheus.py",)
    )
    made = set(re.findall(r'"(lien_[a-z_]+)"', sources))
    counters = {"lien_sends", "lien_send_failures", "lien_steps", "lien_not_stored"}
    made = {f"{name}_total" if name in counters else name for name in made}
    table = OPERATIONS.read_text(encoding="utf-8")
    assert made
    assert set(METRIC.findall(table)) == made


def test_every_page_that_is_linked_is_there() -> None:
    lost = [
        f"{page.name}: {target}"
        for page in PAGES
        if page.suffix == ".md"
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not lost


GUIDE = ROOT / "docs" / "huong-dan-ban-chu-nhiem.md"
AT_ANY_TIME = {"goi nguoi that", "thoi", "quay lai"}
SAID_IN_A_TALK = {"dung", "tap duong sinh sang nay 20 nguoi", ""}


def test_every_word_that_the_boards_guide_tells_to_type_opens_something() -> None:
    words = {bare(word) for each in ENTRANCES for word in each.words}
    typed = {bare(each) for each in re.findall(r"“([^”]*)”", GUIDE.read_text(encoding="utf-8"))}
    assert len(typed) > 30
    assert typed - words - AT_ANY_TIME - SAID_IN_A_TALK == set()
