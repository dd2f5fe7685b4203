"""A village with one club and its people, each with a phone; all behind the phones is real.

async with village(url) as v:
    await v.hoa.says("đóng góp")
    await v.hoa.taps("Phí")
    assert "bao nhiêu" in v.hoa.heard
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count

from sqlalchemy import update

from bot.channels.channel import Channel
from bot.channels.web.channel import ABILITIES, WebChannel, raw_update, read_update
from bot.channels.web.uploads import Upload, Uploads
from bot.house import House, build, running
from club.money import Money
from handlers.talk.heard import Kind
from messages.render import Abilities
from messages.understand.plain import bare
from storage.changes.joining.found_club import USUAL_FEE, ClubFounded, NewClub
from storage.inbox import Arrival
from storage.queries import Connection
from storage.queries.practice import open_stranger
from storage.queries.web import WebMessage, web_phone
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.chats import chats
from tests.kit.photographs import photographed
from tests.kit.read_text import ReadText
from tests.kit.settled import settled
from tests.kit.village_people import Known, enter_people
from tests.kit.world import FrozenClock

CODE = "HXMK2345"
FOUNDED = date(2026, 5, 4)
BOARD = {
    "binh": ("Trần Văn Bình", 1955, "male", "ông", "chair"),
    "cuc": ("Lê Thị Cúc", 1960, "female", "bà", "deputy"),
    "dao": ("Phạm Thị Đào", 1963, "female", "cô", "secretary"),
    "em": ("Vũ Thị Em", 1961, "female", "cô", "bookkeeper"),
    "giang": ("Hoàng Văn Giang", 1958, "male", "chú", "cashier"),
}
MEMBERS = {
    "hoa": ("Nguyễn Thị Hoa", 1952, "female", "bác"),
    "lan": ("Đỗ Thị Lan", 1948, "female", "bà"),
    "manh": ("Bùi Văn Mạnh", 1966, "male", "chú"),
}
_KEYS = count(1)


@dataclass(slots=True)
class Phone:
    """One person's phone: says, taps, sees."""

    village: "Village"
    key: str
    person_id: int | None
    member_id: int | None = None
    channel: str = "web"
    messages: list[WebMessage] = field(default_factory=list)

    async def says(self, text: str, *, kind: Kind = Kind.TEXT, key: str | None = None) -> str:
        """Type something; returns the last message that came in answer."""
        await self.village.arrive(self, kind, text, key)
        return self.heard

    async def sends_photo(self, content: bytes | None = None, *, key: str | None = None) -> str:
        """Send a picture by the page, the usual one if none is given; returns the answer."""
        await self.village.bring_photo(self, photographed() if content is None else content, key)
        return self.heard

    async def opens(self, carried: str = "") -> str:
        """Open the chat, perhaps by a link that carries something."""
        return await self.says(carried, kind=Kind.START)

    async def taps(self, label: str, *, back: int = 0) -> str:
        """Press the button with this label, in the newest message that has it, or one `back`.

        Where there are no buttons the label is typed.
        """
        if not self.village.house.delivery.channels[self.channel].abilities.buttons:
            return await self.says(label)
        found = [press for each in reversed(self.messages) if (press := _press(each, label))]
        if len(found) <= back:
            raise AssertionError(f"no button {label!r}; the last message was:\n{self.last}")
        return await self.says(found[back], kind=Kind.PRESS)

    @property
    def heard(self) -> str:
        """The text of the newest message; a picture after it is no message."""
        newest = self._newest
        return ReadText("" if newest is None else newest.text)

    @property
    def _newest(self) -> WebMessage | None:
        """Looked for from the end: a talk may be long."""
        return next((each for each in reversed(self.messages) if each.file_name is None), None)

    @property
    def texts(self) -> list[WebMessage]:
        """What came in words."""
        return [each for each in self.messages if each.file_name is None]

    @property
    def papers(self) -> list[WebMessage]:
        """The pictures and files that came."""
        return [each for each in self.messages if each.file_name is not None]

    @property
    def labels(self) -> list[str]:
        """What is written on the buttons of the newest message."""
        newest = self._newest
        assert newest is not None
        return [each["label"] for row in newest.rows for each in row]

    @property
    def last(self) -> str:
        return ReadText(f"{self.heard}\n{self.labels}" if self.messages else "(nothing)")

    @property
    def everything(self) -> str:
        """All that came, for looking something up."""
        return ReadText("\n---\n".join(each.text for each in self.messages))


def _press(message: WebMessage, label: str) -> str | None:
    wanted = bare(label)
    for row in message.rows:
        for each in row:
            written = bare(each["label"])
            if written == wanted or written.partition(" ")[2] == wanted or wanted in written:
                return str(each["press"])
    return None


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody said, or heard: a message, or how and what she wrote."""

    phone: Phone
    message: WebMessage | None = None
    said: str = ""
    kind: Kind = Kind.TEXT
    seen: int = 0  # so many messages stood on the phone before


@dataclass(slots=True)
class Village:
    """The club, its people's phones, and what runs behind them. `talk` is all that was said."""

    house: House
    clock: FrozenClock
    club: ClubFounded
    phones: dict[str, Phone]
    by_key: dict[str, Phone] = field(default_factory=dict)
    talk: list[Line] = field(default_factory=list)

    def __getattr__(self, name: str) -> Phone:
        return self.phones[name]

    @property
    def store(self) -> Store:
        return self.house.store

    def hand_out(self, known: Mapping[str, Known]) -> None:
        """A phone to everybody."""
        for name, (key, person, member) in known.items():
            self.phones[name] = self.by_key[key] = Phone(self, key, person, member)

    async def arrive(self, phone: Phone, kind: Kind, text: str, update_key: str | None) -> None:
        self.talk.append(Line(phone, said=text, kind=kind, seen=len(phone.messages)))
        key, raw = update_key or f"k{next(_KEYS)}", raw_update(kind, text)
        arrival = Arrival(phone.channel, "", key, phone.key, raw)
        await self.house.core.take_in([arrival])
        await self.house.until_idle()

    async def bring_photo(self, phone: Phone, content: bytes, key: str | None) -> None:
        """As the page does it."""
        found = await self.store.read(web_phone, phone.key)
        assert found is not None
        known = found.person_id is not None
        upload = Upload(found.chat_id, found.key, known, found.language, key or f"p{next(_KEYS)}")
        line, is_new = await Uploads(self.house).take(upload, content)
        if is_new:
            phone.messages.append(line)
            self.talk.append(Line(phone, line))
            self.house.core.carry_on({found.chat_id})
        await self.house.until_idle()

    def new_phone(self, key: str, language: str = "vi") -> Phone:
        """One more phone, of somebody nobody knows yet."""
        self.store.change(open_stranger, "web", key, self.clock.now(), language=language)
        self.phones[key] = self.by_key[key] = Phone(self, key, None)
        return self.phones[key]

    async def waits(self, **duration: float) -> None:
        """Time goes by; nobody knocks."""
        self.clock.move(timedelta(**duration))


@asynccontextmanager
async def village(
    url: str,
    *,
    language: str = "vi",
    clock: FrozenClock | None = None,
    fee: Money = USUAL_FEE,
    abilities: Abilities = ABILITIES,
    elsewhere: Mapping[str, tuple[str, Abilities]] | None = None,
    chat_messages_a_minute: int | None = None,
) -> AsyncIterator[Village]:
    """A village at work on the database at `url`, founded half a year before the clock's day.

    `elsewhere`: whose phones are not on the page but on a messenger of this name that can this.
    """
    clock = clock or FrozenClock()
    store = Store(url)
    club, known = _settled(store, _club(fee), clock.now(), language)
    by_key: dict[str, Phone] = {}
    talk: list[Line] = []

    def came(key: str, message: WebMessage) -> None:
        by_key[key].messages.append(message)
        talk.append(Line(by_key[key], message))

    page = replace(WebChannel(store, clock, came), abilities=abilities)
    house = _house(page, elsewhere or {}, chat_messages_a_minute)
    made = Village(house, clock, club, {}, by_key, talk)
    made.hand_out(known)
    store.change(_move, made.phones, elsewhere or {})
    try:
        async with running(house):
            yield made
    finally:
        await store.close()


def _settled(
    store: Store, new: NewClub, now: datetime, language: str
) -> tuple[ClubFounded, dict[str, Known]]:
    def work(store: Store) -> tuple[ClubFounded, dict[str, Known]]:
        bring_up_to_date(store)
        return store.change(enter_people, new, BOARD | MEMBERS, now, language)

    return settled(store, (new, now, language), work)


def _house(
    page: WebChannel, elsewhere: Mapping[str, tuple[str, Abilities]], most_a_minute: int | None
) -> House:
    others = {name: replace(page, name=name, abilities=can) for name, can in elsewhere.values()}
    channels: dict[str, Channel] = {page.name: page, **others}
    readers = dict.fromkeys(channels, read_update)
    most = most_a_minute
    return build(page.store, page.clock, channels, readers, chat_messages_a_minute=most)


def _move(
    db: Connection, phones: dict[str, Phone], elsewhere: Mapping[str, tuple[str, Abilities]]
) -> None:
    for who, (name, _) in elsewhere.items():
        phones[who].channel = name
        db.execute(update(chats).where(chats.c.key == phones[who].key).values(channel=name))


def _club(fee: Money) -> NewClub:
    return NewClub(
        name="CLB Thôn Đoài",
        hamlet="Thôn Đoài",
        province="Hà Nội",
        commune="Xã Mỹ Đức",
        founded_on=FOUNDED,
        join_code=CODE,
        practice=True,
        fee=fee,
    )
