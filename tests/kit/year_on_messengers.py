"""The year of a club whose people are on two messengers, with what goes wrong there in a year."""

import re
from datetime import date
from typing import Any

from sqlalchemy import func, select

from bot.channels import telegram, zalo
from club.calendar import Month
from storage.message_budget import budget_is
from storage.tables.channels import message_counts
from storage.tables.chats import chats, outbox
from tests.kit.club_year import ClubYear
from tests.kit.telegram_house import until
from tests.kit.wired_village import TelegramPhone, WiredVillage, Wires, ZaloPhone
from tests.kit.zalo_server import LONGEST_TEXT

ON_ZALO = ("binh", "cuc", "em", "hoa", "lan")
ON_TELEGRAM = ("dao", "giang", "quan")
"""Half and a third; Mạnh and a grandchild are on the page, and three members have no phone."""
TROUBLES = ("too_many_requests", "server_error", "dropped_before", "dropped_after", "timeout")
A_MONTH = 3000
WITH_LITTLE = 6
BLOCKED_FROM, BLOCKED_TO = 4, 6


class YearOnMessengers(ClubYear):
    """What is said in this year goes by the stand-ins of both messengers."""

    def __init__(self, v: WiredVillage, seed: int) -> None:
        super().__init__(v, seed)
        assert v.wires is not None
        self.wires: Wires = v.wires
        self.on_wires = v
        self.months = 0
        self.to_phone: list[str] = []

    async def lives(self, month: Month) -> None:
        """A month with its talks by typing, its papers by links, and its troubles."""
        self.months += 1
        self._is_in_trouble()
        if self.months == 1:
            await self._second_chat()
        if self.months == BLOCKED_FROM:
            self._hoa.person.has_blocked = True
        if self.months == BLOCKED_TO:
            self._hoa.person.has_blocked = False
        if self.months == WITH_LITTLE:
            self.v.store.change(budget_is, zalo.NAME, 40)
        await self._talks()
        await super().lives(month)
        if self.months == WITH_LITTLE:
            self.v.store.change(budget_is, zalo.NAME, A_MONTH)

    async def comes_to(self, day: date, hour: int) -> None:
        """What was sent is counted in the month in which it went out."""
        await self.wires.at_zalo._sent.write_down()
        await super().comes_to(day, hour)
        if self.months == WITH_LITTLE and day.day == 22:
            await self.wires.at_zalo._sent.write_down()
            await self._board_phones()

    @property
    def _hoa(self) -> ZaloPhone:
        found = self.v.phones["hoa"]
        assert isinstance(found, ZaloPhone)
        return found

    def _is_in_trouble(self) -> None:
        """Some messages of the month meet a slow-down, a fault, a broken line.

        Never those that were pushed to Lan: what may have come is not sent again.
        """
        for kind in TROUBLES:
            unlucky = self.v.phones[self.chance.choice(("binh", "cuc", "em"))]
            self.wires.zalo.fail(
                kind,
                method="sendMessage",
                chat=unlucky.key,
                times=self.chance.randint(0, 2),
                probability=0.2,
                retry_after=0,
            )

    async def _talks(self) -> None:
        """Everybody on Zalo asks for something by typing, and opens a paper by its link."""
        for name in ON_ZALO:
            phone = self.v.phones[name]
            assert isinstance(phone, ZaloPhone)
            if phone.person.has_blocked:
                continue
            self.counts["talks by typing"] += 1
            await phone.says("menu")
            assert "1. " in phone.everything[-2000:], phone.heard
            before = len(phone.papers)
            await phone.says("sổ của tôi")
            await phone.says("in sổ")
            if len(phone.papers) > before:
                assert (await phone.opens_paper()).startswith(b"%PDF")
                self.counts["papers by links"] += 1
            await phone.says("menu")
        for name in ON_TELEGRAM:
            await self.v.phones[name].says("menu")
            self.counts["talks with buttons"] += 1

    async def _second_chat(self) -> None:
        """Hoa is on Telegram as well: a code from one chat, typed in the other."""
        second = self.on_wires.new_phone("hoa_on_telegram", on=telegram.NAME)
        assert isinstance(second, TelegramPhone)
        await self._hoa.says("dùng thêm ứng dụng khác")
        code = re.findall(r"\b\d{4}\s\d{4}\b", self._hoa.everything)[-1]
        assert "Nguyễn Thị Hoa" in await second.says(code), (code, second.heard)
        await second.says("đúng")
        await self._hoa.says("menu")
        self.counts["second chats"] += 1

    async def _board_phones(self) -> None:
        """What no message was left for is to be phoned, and the board reads why."""
        self.to_phone.append(await self.v.dao.says("người cần gọi"))
        self.to_phone.append(await self.v.binh.says("hạn mức tin nhắn"))


def heard_everywhere(v: WiredVillage, year: YearOnMessengers) -> None:
    """Everybody was spoken to where she is, as that messenger can; nothing was said twice."""
    assert v.wires is not None
    for name in ON_ZALO:
        messages = v.phones[name].messages
        assert messages and not any(each.rows for each in messages)
        assert max(len(each.text) for each in messages) <= LONGEST_TEXT
    for name in ON_TELEGRAM:
        assert any(each.rows for each in v.phones[name].messages), name
    refused = {each.status for each in v.wires.zalo.sent if each.method == "sendMessage"}
    assert refused <= {0, 200, 403, 408, 429, 500}, "no request was malformed"
    with v.store.reading() as db:
        letters = select(chats.c.channel, outbox.c.state, func.count()).join(
            outbox, outbox.c.chat_id == chats.c.id
        )
        reminders = letters.where(outbox.c.kind == "reminder")
        by_channel = db.execute(reminders.group_by(chats.c.channel, outbox.c.state)).all()
        for channel, state, count in by_channel:
            year.counts[f"reminders on {channel}, {state}"] = count
        assert {channel for channel, state, _ in by_channel if state == "sent"} == {
            *("web", telegram.NAME, zalo.NAME)
        }
        assert _sent_twice(db) == []


def _sent_twice(db: Any) -> list[Any]:
    """Reminders that more than one message may have carried."""
    return list(
        db.execute(
            select(outbox.c.reminder_id)
            .where(outbox.c.reminder_id.is_not(None), outbox.c.state != "dead")
            .group_by(outbox.c.reminder_id)
            .having(func.count() > 1)
        ).all()
    )


async def is_counted(v: WiredVillage) -> int:
    """What Zalo has taken and said so is counted for the month's bound, neither more nor less."""
    assert v.wires is not None
    taken = [
        each
        for each in v.wires.zalo.sent
        if each.method in {"sendMessage", "sendPhoto"} and each.status == 200
    ]

    def counted() -> int:
        with v.store.reading() as db:
            return int(db.execute(select(func.sum(message_counts.c.sent))).scalar() or 0)

    await until(lambda: counted() == len(taken))
    return len(taken)
