"""Practising in chat: how its messages are marked, and what is said there."""

from tests.kit.village import Phone

MARK = "Tập thử, không phải thật"


MARK_EN = "Practice, not real"


async def says_all(phone: Phone, *words: str) -> str:
    for each in words:
        await phone.says(each)
    await phone.village.house.delivery.until_idle()
    return phone.heard


def since(phone: Phone, count: int) -> list[str]:
    return [each.text for each in phone.messages[count:]]


async def contributes(phone: Phone) -> str:
    return await says_all(phone, "đóng góp", "phí", "10 nghìn", "1", "đúng")
