"""The club's account at a bank, and the payload of a picture to pay by (VietQR).

The payload follows EMVCo's merchant-presented code with the template of NAPAS for transfers to an
account (template 38, service QRIBFTTA).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from club.money import NOTHING, Money
from club.refusals import Code, Refused

TIME_TO_OBJECT = timedelta(hours=48)
"""How long a new account waits after two people agreed on it (Club rules, B.5)."""

LONGEST_PURPOSE = 25
LONGEST_HOLDER = 60
_NAPAS = "A000000727"
_TO_ACCOUNT = "QRIBFTTA"
_ACCOUNT = re.compile(r"[0-9A-Z]{5,19}")
_BIN = re.compile(r"[0-9]{6}")


@dataclass(frozen=True, slots=True)
class BankAccount:
    """`bin`: the six figures by which NAPAS knows the bank; `holder`: plain capitals."""

    bin: str
    number: str
    holder: str


def checked_account(bin_: str, number: str, holder: str) -> BankAccount:
    """An account as it is kept; raises Refused(ACCOUNT_UNREADABLE) where it cannot be one."""
    account = re.sub(r"[\s.\-]", "", number).upper()
    name = plain_letters(holder)
    if not _BIN.fullmatch(bin_) or not _ACCOUNT.fullmatch(account):
        raise Refused(Code.ACCOUNT_UNREADABLE)
    if not 2 <= len(name) <= LONGEST_HOLDER:
        raise Refused(Code.ACCOUNT_UNREADABLE)
    return BankAccount(bin_, account, name)


def holds_from(agreed_at: datetime) -> datetime:
    """When an account that two agreed on begins to be given out."""
    return agreed_at + TIME_TO_OBJECT


def plain_letters(text: str) -> str:
    """Capitals, figures and single spaces, as banks write names: 'Đỗ Thị Lan' → 'DO THI LAN'."""
    taken_apart = unicodedata.normalize("NFD", text.upper().replace("Đ", "D"))
    kept = (each for each in taken_apart if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^A-Z0-9]+", " ", "".join(kept)).split())


def purpose_of(kind: str, declaration_id: int) -> str:
    """What stands in the transfer, so that the cashier finds whose it is: 'CLB PHI 123'."""
    what = "PHI" if kind == "fee" else "UNG HO"
    return f"CLB {what} {declaration_id}"[:LONGEST_PURPOSE]


def vietqr(account: BankAccount, amount: Money, purpose: str) -> str:
    """The payload of the picture: account, sum in whole đồng, purpose; plain ASCII.

    Raises ValueError for a sum that is nothing, or a purpose that is long or not plain.
    """
    if amount <= NOTHING:
        raise ValueError(f"a transfer of {amount.dong} đồng")
    if purpose != plain_letters(purpose) or not 0 < len(purpose) <= LONGEST_PURPOSE:
        raise ValueError("a purpose that banks may spoil")
    whose = _field("00", account.bin) + _field("01", account.number)
    to = _field("00", _NAPAS) + _field("01", whose) + _field("02", _TO_ACCOUNT)
    body = (
        _field("00", "01")
        + _field("01", "12")  # for one payment: with a sum
        + _field("38", to)
        + _field("53", "704")
        + _field("54", str(amount.dong))
        + _field("58", "VN")
        + _field("62", _field("08", purpose))
        + "6304"
    )
    return f"{body}{_checksum(body.encode('ascii')):04X}"


def _field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02d}{value}"


def _checksum(data: bytes) -> int:
    """CRC-16 with polynomial 1021 from FFFF, over everything up to its own tag and length."""
    found = 0xFFFF
    for byte in data:
        found ^= byte << 8
        for _ in range(8):
            found = (found << 1) ^ 0x1021 if found & 0x8000 else found << 1
        found &= 0xFFFF
    return found
