"""The receipt as a picture: to the member, after the cashier's yes, and to nobody else."""

import pytest

from bot.channels.telegram.sending import TelegramChannel
from messages.papers.kinds import Drawn
from storage.outbox import Hearer
from storage.queries.web import web_file
from tests.kit.giving import tell_fee
from tests.kit.telegram_checks import picture_size
from tests.kit.telegram_club import telegram_club
from tests.kit.telegram_contents import ONE_PIXEL_PNG
from tests.kit.telegram_house import telegram_house
from tests.kit.telegram_server import TelegramServer
from tests.kit.village import village

HOA = "Nguyễn Thị Hoa"


async def test_the_member_gets_her_receipt_as_a_picture(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        assert v.hoa.papers == []
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        [receipt] = v.hoa.papers
        assert receipt.text.startswith("Phiếu thu PT 1/2026: ")
        assert receipt.file_name == "phieu-thu-PT-1-2026.png"
        assert v.hoa.messages[-1] == receipt, "the text comes first"
        assert "Không đúng ạ" in v.hoa.labels
        assert not any(each.papers for name, each in v.phones.items() if name != "hoa")


async def test_the_picture_lies_on_her_phone_alone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        [receipt] = v.hoa.papers
        with v.store.reading() as db:
            hers = web_file(db, v.hoa.key, receipt.id)
            assert hers is not None
            assert picture_size(hers.content)[0] == 1080
            for name, phone in v.phones.items():
                if name != "hoa":
                    assert web_file(db, phone.key, receipt.id) is None, name


async def test_over_telegram_it_is_a_photo_with_a_caption(database_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, database_url) as store:
        club = telegram_club(store, server, members=[HOA])
        hoa, cashier = club.members[HOA], club.board["cashier"]
        await hoa.says("contribute")
        for answer in ("1", "1", "In the meeting", "All correct"):
            await hoa.sees()
            await hoa.says(answer)
        await cashier.sees()
        await cashier.taps("Look and confirm")
        await cashier.sees()
        await cashier.taps("The cash is in my hand")
        await hoa.sees()
        text = await hoa.sees()
        assert text.text.startswith("RECEIPT")
        picture = await hoa.sees()
        assert (picture.kind, picture.text.partition(":")[0]) == ("photo", "Receipt PT 1/2026")
        assert picture.message["photo"][-1]["width"] == 1080


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"no picture", "phieu.png", "document"),  # what Telegram does not take as a photo
        (b"%PDF-1.7", "so.pdf", "document"),
        (ONE_PIXEL_PNG, "phieu.png", "photo"),
    ],
)
async def test_what_is_no_photo_goes_as_a_file(content: bytes, name: str, kind: str) -> None:
    async with TelegramServer() as server:
        hoa = server.person(HOA)
        hoa.chat.state = "open"
        channel = TelegramChannel(server.url, server.token)
        await channel.open()
        hearer = Hearer(1, "telegram", "", str(hoa.person_id), "vi")
        mime = "image/png" if name.endswith("png") else "application/pdf"
        try:
            await channel.send_file(hearer, Drawn(content, name, mime, "Sổ thành viên"))
        finally:
            await channel.close()
        seen = await hoa.sees()
        assert (seen.kind, seen.text) == (kind, "Sổ thành viên")
        if kind == "document":
            assert seen.message["document"]["file_name"] == name
