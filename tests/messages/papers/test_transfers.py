"""The picture to pay by, as another program and a person see it."""

import pytest
import zxingcpp

from club.bank_transfer import BankAccount, vietqr
from club.money import Money
from messages.papers.kinds import drawn, paper_of
from messages.papers.transfers import transfer
from messages.wording import LANGUAGES, Words
from tests.kit.pixels import light_and_dark

SUM = Money(1_234_000)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawn_picture_is_read_by_another_program(language: str) -> None:
    wanted = transfer(
        club="CLB Liên thế hệ tự giúp nhau Thôn Đoài",
        bank="970405",
        number="1500205123456",
        holder="HOANG VAN GIANG",
        amount=SUM,
        purpose="CLB PHI 12",
    )
    made = drawn(paper_of(wanted.as_json()), Words(language))
    (read,) = zxingcpp.read_barcodes(light_and_dark(made.content))
    account = BankAccount("970405", "1500205123456", "HOANG VAN GIANG")
    assert read.text == vietqr(account, SUM, "CLB PHI 12")
    assert "1.234.000 đồng" in made.title and "HOANG VAN GIANG" in made.title
    assert made.is_picture and made.file_name.isascii()
