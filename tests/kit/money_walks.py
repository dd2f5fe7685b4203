"""Walks through what is paid in, paid out, owed, corrected and closed, in the order of doing."""

from tests.kit.village import Village
from tests.kit.walker import Walk, Walker

TASKS = ("viec can lam", "tasks")
FEES = [
    Walk(
        "contribute",
        "hoa",
        ("dong gop", "contribute"),
        {"what": "fee", "sum": "30000", "paid": "meeting"},
    ),
    Walk("confirm_contribution", "giang", TASKS, through=("s:confirm_contribution:",)),
    Walk("dispute", "hoa", through=("s:dispute:",), answers={"said": "tôi đưa bốn mươi"}),
    Walk("answer_dispute", "", through=("s:answer_dispute:",), answers={"answer": "đã xem lại"}),
    Walk("contribute", "manh", ("dong gop", "contribute"), {"what": "money", "sum": "50k"}),
    Walk("take_back", "manh", through=("s:take_back:",)),
    Walk(
        "contribute",
        "manh",
        ("dong gop", "contribute"),
        {"what": "goods", "thing": "gạo nếp", "unit": "kg", "count": "5"},
    ),
]
BOOKS = ("so sach", "the books")
IN_THE_BOOKS = [
    Walk("add_fund", "em", BOOKS, {"name": "Quỹ khuyến học"}, ("v:books:more", "s:add_fund:")),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "transfer_between_funds",
        "em",
        BOOKS,
        {"amount": "100 nghìn", "why": "góp vào quỹ mới"},
        ("v:books:more", "s:transfer_between_funds:"),
    ),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "count_cash",
        "giang",
        ("kiem quy", "count the cash"),
        {"counted": "1 triệu", "why": "chưa tìm ra"},
    ),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "settle_difference",
        "em",
        TASKS,
        {"how": "found", "decision": "tìm thấy trong sổ"},
        ("s:settle_difference:",),
    ),
    Walk("take_proposal_back", "em", TASKS, through=("s:take_proposal_back:",)),
    Walk(
        "correct_entry",
        "em",
        ("sua so", "correct the books"),
        {"way": "person", "who_1": "hoa", "why": "ghi nhầm"},
    ),
    Walk("second", "", through=("s:second:",)),
    Walk("dispute", "", through=("s:dispute:entry",), answers={"said": "không nhầm"}),
    Walk("answer_dispute", "", through=("s:answer_dispute:",)),
]
PAYING = ("phieu chi", "pay out")
OWED = ("von gop", "shares")
PAID_OUT = [
    Walk(
        "pay_expense",
        "giang",
        PAYING,
        {"receiver": "Quán bà Tư", "what": "Trà nước", "amount": "50 nghìn"},
        ("s:pay_expense:",),
    ),
    Walk(
        "give_help",
        "dao",
        PAYING,
        {"who_1": "hoa", "kind": "days", "what": "ba công lợp mái"},
        ("s:give_help:",),
    ),
    Walk("standing_amount", "giang", PAYING, {"who_1": "hoa"}, ("s:standing_amount:",)),
    Walk(
        "receive_owed",
        "em",
        OWED,
        {"kind": "share", "who_1": "hoa", "amount": "100 nghìn", "terms": "không lãi"},
        ("s:receive_owed:",),
    ),
    Walk("second", "", through=("s:second:",)),
    Walk("give_back", "em", OWED, {"amount": "50 nghìn"}, ("s:give_back:",)),
    Walk("second", "", through=("s:second:",)),
]
FEE = ("muc phi", "change the fee")
GIFTS = ("tam long vang", "golden heart")
FEES_SETTLED = [
    Walk("golden_heart_name", "manh", GIFTS, through=("s:golden_heart_name:",)),
    Walk(
        "record_gift",
        "giang",
        GIFTS,
        {"donor": "Cửa hàng Toàn Phát", "kind": "goods", "thing": "gạo nếp", "count": "20"},
        ("s:record_gift:",),
    ),
    Walk(
        "take_gift",
        "giang",
        ("thanh vien ung ho", "a member's gift"),
        {"who_1": "lan", "kind": "money", "sum": "70 nghìn"},
    ),
    Walk(
        "give_goods",
        "giang",
        GIFTS,
        {"count": "5", "whom": "nhà bà Tư"},
        ("v:goods:", "s:give_goods:"),
    ),
    Walk(
        "goods_keeper",
        "giang",
        GIFTS,
        {"who_1": "hoa"},
        ("v:goods:", "s:goods_keeper:"),
    ),
    Walk(
        "take_fee",
        "giang",
        ("thu phi", "take a fee"),
        {"who_1": "manh", "when": "today", "sum": "10000"},
    ),
    Walk("change_fee", "binh", FEE, {"amount": "10 nghìn"}, ("s:change_fee:",)),
    Walk("second", "", through=("s:second:",)),
    Walk("own_fee", "binh", FEE, {"who_1": "hoa", "why": "khó khăn"}, ("s:own_fee:",)),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "change_account",
        "binh",
        ("doi tai khoan", "change the account"),
        {"number": "1500205123456", "holder": "HOANG VAN GIANG"},
    ),
    Walk("second", "", through=("s:second:",)),
    Walk("record_income", "giang", ("tien ban hang", "income together"), {"sum": "30 nghìn"}),
    Walk("move_cash", "giang", ("gui ngan hang", "money to the bank"), {"amount": "20 nghìn"}),
]
CLOSING = Walk("close_month", "binh", ("khoa so", "close the month"), through=("s:close_month:",))


async def cash_in_hands(v: Village, walker: Walker) -> None:
    """The cashier's own money is confirmed by the chair; then the cashier takes it over."""
    paid = {"what": "money", "sum": "50000", "paid": "meeting"}
    await walker.walks(Walk("contribute", "giang", ("dong gop", "contribute"), paid))
    await walker.walks(
        Walk("confirm_contribution", "binh", TASKS, through=("s:confirm_contribution:",))
    )
    await walker.walks(Walk("carry_cash", "giang", TASKS, through=("s:carry_cash:",)))
