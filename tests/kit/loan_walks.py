"""Walks through loans: asked for, voted on, paid out, in rounds, changed later."""

from storage.changes.joining.missing_consents import note_missing
from storage.changes.members.enter_member import NewMember, enter_member
from tests.kit.lending import one_household
from tests.kit.village import FOUNDED, Village
from tests.kit.walker import Walk, Walker, all_of

TASKS = ("viec can lam", "tasks")
# Whoever holds no office.
MY_TASKS = ("viec cua toi", "my tasks")
LOANS = [
    Walk(
        "opening_balance",
        "giang",
        ("so du", "opening balance"),
        {"amount": "2 triệu"},
    ),
    Walk("loan", "hoa", ("vay von", "loan"), {"months": "12", "amount": "2000000"}),
    Walk("vote_on_loan", "binh", TASKS, through=("s:vote_on_loan:",)),
    Walk("vote_on_loan", "cuc", TASKS, through=("s:vote_on_loan:",)),
    Walk("vote_on_loan", "dao", TASKS, through=("s:vote_on_loan:",)),
    Walk("vote_on_loan", "em", TASKS, through=("s:vote_on_loan:",)),
    Walk("pay_out_loan", "giang", TASKS, through=("s:pay_out_loan:",)),
    Walk("confirm_cash", "hoa", MY_TASKS, through=("s:confirm_cash:",)),
    Walk("repayment", "giang", ("thu no", "repayment"), {"amount": "200 nghìn"}),
]
MEETING_DECIDES = [
    Walk("loan", "lan", ("vay von", "loan"), {"months": "12", "amount": "2000000"}),
    Walk("meeting_on_loan", "binh", TASKS, through=("s:meeting_on_loan:",)),
    Walk("second", "", through=("s:second:",)),
]
ROUND = ("dot vay", "round")
LOAN_BOOK = ("so vay", "loan book")
OPEN_ROUND = [
    Walk("loan_need", "manh", ("nhu cau vay", "loan need")),
    Walk("open_round", "dao", ROUND, {"until": "3/11"}, ("s:open_round:",)),
    Walk("loan", "manh", ("vay von", "loan"), {"months": "6", "amount": "1000000"}),
    Walk("loan_for", "dao", ("vay ho", "loan for"), {"months": "6", "amount": "1000000"}),
]
DECIDE_ROUND = [
    Walk("decide_round", "dao", TASKS, through=("s:decide_round:",)),
    Walk("second", "", through=("s:second:",)),
    Walk("pay_out_loan", "giang", TASKS, through=("s:pay_out_loan:",)),
    Walk("pay_out_loan", "giang", TASKS, through=("s:pay_out_loan:",)),
    Walk("witness_cash", "giang", TASKS, {"slip": "so bay"}, ("s:witness_cash:",)),
    Walk(
        "reschedule_loan",
        "dao",
        LOAN_BOOK,
        {"months": "9", "why": "mưa lũ"},
        ("v:club_loan:", "s:reschedule_loan:"),
    ),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "write_off_loan",
        "binh",
        LOAN_BOOK,
        {"why": "mất mùa", "who": "officer"},
        ("v:club_loan:", "s:write_off_loan:"),
    ),
    Walk("second", "em", through=("s:second:",)),
    Walk("recover_loan", "giang", ("thu no da xoa", "recovery"), {"amount": "50 nghìn"}),
]


async def round_opens(v: Village, walker: Walker) -> None:
    """The meeting decides where the board is one household; a round with somebody on paper."""
    one_household(v, v.lan, v.cuc, v.dao, v.em, v.giang)
    await all_of(walker, MEETING_DECIDES)
    enter_without_phone(v)
    on_paper = ("giay dong y", "consent on paper")
    await walker.walks(Walk("note_consent", "dao", on_paper, {"day": "1/11"}))
    await all_of(walker, OPEN_ROUND)


def enter_without_phone(v: Village) -> None:
    """Somebody for whom the board asks."""
    ty = NewMember("Phan Thị Tý", 1946, "female", FOUNDED, hamlet="Thôn Đoài", address="bà")
    now = v.clock.now()
    entered = v.store.change(enter_member, v.club.club_id, ty, now)
    v.store.change(note_missing, v.club.club_id, entered.member_id, now.date())
