"""`lien club new`: what it asks, what it takes, what it prints."""

import asyncio
import re
import sys

import pytest

from tests.kit.shell import FOUND, Shell, assert_one_line
from tests.kit.telegram_server import TOKEN, TelegramServer


def test_a_club_is_founded_with_its_code_and_five_invitations(lien: Shell) -> None:
    said = lien("club", "new", *FOUND, "--name", "CLB thôn Hạ", "--meeting-day", "lunar 15")
    assert said.code == 0
    assert re.search(r"the code [2-9A-Z]{4}-[2-9A-Z]{4}\.", said.out)
    sent = [line for line in said.out.splitlines() if "i-" in line]
    assert all("Mời bác mở cuộc nói chuyện với cháu Liên rồi gửi dòng này" in each for each in sent)
    assert len(set(re.findall(r"i-[\w-]{22}", said.out))) == 5
    for role in ("chair (chủ nhiệm)", "bookkeeper (kế toán)", "cashier (thủ quỹ)"):
        assert role in said.out
    assert lien("check").out == "1 club checked: the books hold\n"


def test_an_area_that_is_known_is_not_made_twice(lien: Shell) -> None:
    assert lien("area", "provinces").code == 0
    assert lien("area", "add", "ha noi", "Xã Mỹ Đức").code == 0
    place = ("--province", "tp. ha noi", "--commune", "xa my duc", "--hamlet", "Thôn Hạ")
    assert lien("club", "new", *place).code == 0
    listed = lien("area", "list").out
    assert (listed.count("Hà Nội"), listed.count("Xã Mỹ Đức"), listed.count("my duc")) == (1, 1, 0)
    assert "there is Xã Mỹ Đức already" in lien("area", "add", "Hà Nội", "xã mỹ đức").err


def test_what_is_no_province_is_said_before_it_is_founded(
    lien: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _types(monkeypatch, "Hà Tây", *PLACE[2:], "", "24", "", "no")
    assert (
        "Hà Tây is none of the 34 provinces and cities since July 2025" in lien("club", "new").out
    )


def test_the_secrets_of_invitations_are_not_kept(lien: Shell) -> None:
    secrets = re.findall(r"i-([\w-]{22})", lien("club", "new", *FOUND).out)
    assert len(secrets) == 5
    kept = b"".join(each.read_bytes() for each in lien.folder.iterdir())
    assert not [secret for secret in secrets if secret.encode() in kept]


@pytest.mark.parametrize(
    ("flags", "part"),
    [
        (["--province", "Hà Nội"], "--commune is missing"),
        ([*FOUND, "--fee", "five"], "--fee"),
        ([*FOUND, "--fee", "-5"], "--fee"),
        ([*FOUND, "--fee", "99999999"], "--fee"),
        ([*FOUND, "--fee", "٣"], "--fee"),
        ([*FOUND, "--meeting-day", "32"], "--meeting-day"),
        ([*FOUND, "--meeting-day", "some day"], "--meeting-day"),
        ([*FOUND, "--name", "…"], "--name"),
        ([*FOUND, "--name", "x" * 101], "--name"),
        ([*FOUND, "--hamlet", ""], "--hamlet"),
        ([*FOUND, "--commune"], "--commune"),
    ],
)
def test_nonsense_founds_nothing(lien: Shell, flags: list[str], part: str) -> None:
    assert_one_line(lien("club", "new", *flags), part)
    assert not list(lien.folder.glob("*.db"))


def test_the_same_club_is_not_founded_twice(lien: Shell) -> None:
    assert lien("club", "new", *FOUND, "--name", "CLB thôn Hạ").code == 0
    said = lien("club", "new", *FOUND, "--commune", "xã mỹ đức", "--name", "clb thon ha")
    assert_one_line(said, "already (club 1)")
    assert lien("check").out.startswith("1 club ")


def test_a_practice_database_gets_no_real_club(practised: Shell) -> None:
    assert_one_line(practised("club", "new", *FOUND), "practice only")


def test_what_is_not_given_is_asked_until_it_makes_sense(
    lien: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _types(monkeypatch, *PLACE, "CLB thôn Hạ", "33", "chủ nhật thứ hai", "5", "5k", "có")
    said = lien("club", "new")
    assert said.code == 0, said.err
    assert said.out.count("Right would be") == 3
    assert "second Sunday" in said.out
    assert "5.000 đồng a month" in said.out
    assert "CLB thôn Hạ is founded" in said.out


PLACE = ("Hà Nội", "", "Xã Mỹ Đức", "Thôn Hạ")


def _types(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody sits there and types this; returns the questions as they come."""
    left, questions = iter(answers), list[str]()

    def answer(question: str) -> str:
        questions.append(question)
        return next(left)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    return questions


@pytest.mark.parametrize("refused", ["", "no", "không"])
def test_what_is_not_all_right_founds_nothing(
    lien: Shell, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    _types(monkeypatch, *PLACE, "", "24", "", refused)
    assert "nothing was founded" in lien("club", "new").err
    assert not list(lien.folder.glob("*.db"))


def test_a_name_that_is_there_is_asked_again_and_nothing_is_lost(
    lien: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lien("club", "new", *FOUND).code == 0
    questions = _types(monkeypatch, *PLACE, "", "lunar 15", "", "có", "CLB thứ hai thôn Hạ")
    said = lien("club", "new")
    assert "already (club 1)" in said.out
    assert "CLB thứ hai thôn Hạ is founded" in said.out
    assert any("[CLB Liên thế hệ tự giúp nhau Thôn Hạ]" in each for each in questions)


async def test_a_new_clubs_links_lead_to_the_bot(
    lien: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with TelegramServer() as server:
        monkeypatch.setenv("LIEN_TELEGRAM_API", server.url)
        monkeypatch.setenv("LIEN_TELEGRAM_TOKEN", TOKEN)
        said = await asyncio.to_thread(lien, "club", "new", *FOUND)
    links = re.findall(r"https://t\.me/lien_bot\?start=(\S+)", said.out)
    assert len(links) == 6
    assert links[0] in said.out.replace("-", "")
    assert all(each.startswith("i-") for each in links[1:])
