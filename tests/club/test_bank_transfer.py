"""The payload of a picture to pay by, read back by independent code."""

import binascii

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from club.bank_transfer import (
    LONGEST_PURPOSE,
    BankAccount,
    checked_account,
    plain_letters,
    purpose_of,
    vietqr,
)
from club.money import Money
from club.refusals import Code, Refused

ACCOUNT = BankAccount("970405", "1500205123456", "CLB THON DOAI")


def fields(payload: str) -> dict[str, str]:
    """Tag, two figures of length, value; again and again to the end."""
    found = {}
    while payload:
        tag, length = payload[:2], int(payload[2:4])
        found[tag], payload = payload[4 : 4 + length], payload[4 + length :]
        assert len(found[tag]) == length
    return found


def checksum_holds(payload: str) -> bool:
    """By the standard library's CRC-16/XMODEM, begun from FFFF."""
    return binascii.crc_hqx(payload[:-4].encode("ascii"), 0xFFFF) == int(payload[-4:], 16)


def decoded(payload: str) -> str:
    """What an independent reader sees in the picture that a phone would see."""
    rows = [list(row) for row in segno.make(payload, error="m").matrix_iter(scale=4, border=4)]
    grey = bytes(0 if dark else 255 for row in rows for dark in row)
    picture = memoryview(grey).cast("B", shape=[len(rows), len(rows[0])])
    (read,) = zxingcpp.read_barcodes(picture)
    return read.text


def test_a_payload_stands_as_the_standard_writes_it() -> None:
    payload = vietqr(ACCOUNT, Money(30_000), "CLB PHI 12")
    assert payload.startswith(
        "00020101021238570010A00000072701270006970405011315002051234560208QRIBFTTA"
        "53037045405300005802VN62140810CLB PHI 126304"
    )
    assert checksum_holds(payload)


@given(
    bank=st.from_regex(r"[0-9]{6}", fullmatch=True),
    number=st.from_regex(r"[0-9]{6,19}", fullmatch=True),
    dong=st.integers(1, 10**12),
    kind=st.sampled_from(["fee", "money"]),
    about=st.integers(1, 10**12),
)
def test_every_payload_says_account_sum_and_purpose(
    bank: str, number: str, dong: int, kind: str, about: int
) -> None:
    purpose = purpose_of(kind, about)
    payload = vietqr(BankAccount(bank, number, "AI DO"), Money(dong), purpose)
    assert payload.isascii() and checksum_holds(payload)
    read = fields(payload)
    assert list(read) == ["00", "01", "38", "53", "54", "58", "62", "63"]
    assert (read["00"], read["01"], read["53"], read["58"]) == ("01", "12", "704", "VN")
    assert read["54"] == str(dong)
    to = fields(read["38"])
    assert (to["00"], to["02"]) == ("A000000727", "QRIBFTTA")
    assert fields(to["01"]) == {"00": bank, "01": number}
    assert fields(read["62"]) == {"08": purpose}
    assert len(purpose) <= LONGEST_PURPOSE and str(about) in purpose


@pytest.mark.parametrize("dong", [1_000, 30_000, 1_234_567, 10**11])
def test_another_program_reads_the_picture(dong: int) -> None:
    payload = vietqr(ACCOUNT, Money(dong), purpose_of("money", 987_654))
    assert decoded(payload) == payload


def test_names_are_written_as_banks_do() -> None:
    assert plain_letters("  Đỗ Thị  Lan ") == "DO THI LAN"
    assert plain_letters("CLB Liên thế hệ, thôn Đoài") == "CLB LIEN THE HE THON DOAI"
    assert plain_letters("Nguye\u0302\u0303n") == "NGUYEN"


def test_an_account_is_kept_without_what_people_put_between() -> None:
    account = checked_account("970436", "0011 00-4055.123", "Hoàng Văn Giang")
    assert account == BankAccount("970436", "0011004055123", "HOANG VAN GIANG")


@pytest.mark.parametrize(
    ("bank", "number", "holder"),
    [
        ("97043", "0011004055", "A B"),
        ("970436", "123", "A B"),
        ("970436", "12345678901234567890", "A B"),
        ("970436", "số tài khoản", "A B"),
        ("970436", "0011004055", "…"),
    ],
)
def test_what_can_be_no_account_is_refused(bank: str, number: str, holder: str) -> None:
    with pytest.raises(Refused) as no:
        checked_account(bank, number, holder)
    assert no.value.code is Code.ACCOUNT_UNREADABLE


@pytest.mark.parametrize("purpose", ["", "Đóng quỹ", "clb phi 1", "A" * 26, "CLB  PHI"])
def test_a_purpose_that_banks_may_spoil_is_never_written(purpose: str) -> None:
    with pytest.raises(ValueError, match="purpose"):
        vietqr(ACCOUNT, Money(1_000), purpose)


def test_no_picture_asks_for_nothing() -> None:
    with pytest.raises(ValueError, match="transfer of 0"):
        vietqr(ACCOUNT, Money(0), "CLB PHI 1")
