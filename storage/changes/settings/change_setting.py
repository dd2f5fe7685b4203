"""The board changes a setting: the harmless at once, a rule by two people and after seven days."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from club.loans import Basis, RepaymentForm, Terms, check_rate
from club.members import Action
from club.money import Money
from club.refusals import Code, Refused
from club.settings import SETTINGS, Kind, Setting, check_value
from storage.changes.deed import Deed
from storage.changes.joining.found_club import settle
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, locked_club_of, propose
from storage.changes.rights import must_be_allowed
from storage.queries.money.ledger import funds_of
from storage.queries.money.proposals import Proposal, ProposalKind, waiting_proposals
from storage.queries.settings.settings import setting, setting_history

PRICE_OF_LOANS = (
    *("loan_rate", "loan_basis", "loan_forms", "loan_months", "loan_step", "loan_ladder"),
)


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """A harmless setting has another value from today."""

    club_id: int
    name: str
    value: Any
    holds_from: date


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """`value` as it is kept: see `club.settings`."""

    name: str
    value: Any

    def carry_out(self, db: Connection, deed: Deed) -> SettingChanged | Proposed:
        must_be_allowed(db, deed, Action.CHANGE_SETTING)
        club_id = locked_club_of(deed, db)
        about = SETTINGS.get(self.name)
        if about is None:
            raise Refused(Code.NOT_FOUND)
        _check(db, deed, about, self.value)
        if self.value == value_to_come(db, club_id, self.name, deed.today):
            raise Refused(Code.ALREADY_DONE)
        if not about.at_once:
            return _proposed(db, deed, self)
        day = about.holds_from(deed.today)
        settle(db, club_id, self.name, self.value, day, deed.now, by=deed.person)
        return SettingChanged(club_id, self.name, self.value, day)


def value_to_come(db: Connection, club_id: int, name: str, today: date) -> Any:
    """What holds in the end, with all that is decided and not yet in force."""
    later = [each for each in setting_history(db, club_id, name) if each.valid_from > today]
    return later[-1].value if later else setting(db, club_id, name, today)


def _check(db: Connection, deed: Deed, about: Setting, value: Any) -> None:
    club_id = locked_club_of(deed, db)
    check_value(about, value)
    if about.kind is Kind.SHARES:
        own = {each.id for each in funds_of(db, club_id) if each.kind != "income"}
        if not {fund for fund, _ in value} <= own:
            raise Refused(Code.NOT_FOUND)
    if about.name in PRICE_OF_LOANS:
        _check_price(db, club_id, about.name, value, deed.today)


def _check_price(  # noqa: PLR0917
    db: Connection, club_id: int, name: str, value: Any, today: date
) -> None:
    """No loan by these settings may cost more than the law allows (Club rules, C.3)."""
    then = {each: value_to_come(db, club_id, each, today) for each in PRICE_OF_LOANS}
    then[name] = value
    for form in then["loan_forms"]:
        for months in then["loan_months"]:
            terms = Terms(
                principal=Money(then["loan_ladder"][-1]),
                months=months,
                rate_hundredths_percent_a_month=then["loan_rate"],
                form=RepaymentForm(form),
                basis=Basis(then["loan_basis"]),
                step=then["loan_step"],
            )
            check_rate(terms)


def _proposed(db: Connection, deed: Deed, change: ChangeSetting) -> Proposed:
    for each in waiting_proposals(db, deed.club_id or 0, ProposalKind.SETTING):
        if each.content["name"] == change.name:
            raise Refused(Code.WAITS_ALREADY)
    content = {"name": change.name, "value": change.value}
    return propose(db, deed, ProposalKind.SETTING, content)


@carried_out(ProposalKind.SETTING)
def change_setting(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """It holds from the seventh day after the second yes, when the members have heard of it."""
    about = SETTINGS[agreed.content["name"]]
    value = agreed.content["value"]
    _check(db, deed, about, value)
    day = about.holds_from(deed.today)
    settle(db, agreed.club_id, about.name, value, day, deed.now, by=agreed.proposed_by)
    return ()
