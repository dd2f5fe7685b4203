"""The picture to pay by: a VietQR code with the holder's name, and the sum below it."""

import io

import segno

from club.bank_transfer import BankAccount, vietqr
from club.banks import bank_name
from club.money import Money
from messages.papers.kinds import PNG, Drawn, paper
from messages.papers.typesetting import as_picture
from messages.wording import Words

QUIET_MODULES = 4


@paper("transfer")
def transfer(
    words: Words, *, club: str, bank: str, number: str, holder: str, amount: Money, purpose: str
) -> Drawn:
    """`bank`: its six figures; `purpose`: plain capitals, as it stands in the transfer."""
    payload = vietqr(BankAccount(bank, number, holder), amount, purpose)
    data = {
        "language": words.language,
        "club": club,
        "title": words.say("Transfer to the club"),
        "code": code_as_svg(payload),
        "bank": bank_name(bank),
        "holder": holder,
        "number": number,
        "figures": words.shown(amount),
        "purpose": purpose,
    }
    name = "transfer" if words.language == "en" else "chuyen-khoan"
    return Drawn(
        as_picture("transfer.typ", data),
        f"{name}-{purpose.lower().replace(' ', '-')}.png",
        PNG,
        words.say("A code to pay {amount} to {holder}", amount=amount, holder=holder),
    )


def code_as_svg(payload: str) -> str:
    """The square code; a phone still reads it where a sixth of it is spoilt."""
    drawn = io.BytesIO()
    segno.make(payload, error="m", micro=False).save(
        drawn, kind="svg", border=QUIET_MODULES, light="#fff", scale=4
    )
    return drawn.getvalue().decode("ascii")
