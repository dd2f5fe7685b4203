"""What a copied row takes over as it is, and what becomes a number of the copy.

Numbers of rows are found by their foreign keys; what points without one is named here. A column
that is neither is refused where it holds anything, so that no copy points into another club.
"""

from sqlalchemy import BigInteger, Column, Table, UniqueConstraint

from storage.tables.columns import Json

SHARED = frozenset({"areas"})
"""Tables whose rows belong to no club: a copy points at the same ones."""
OF_NO_CLUB = frozenset(
    {
        *("lent_files", "askers", "message_budgets", "message_counts", "chat_codes", "chat_uses"),
        *("duties", "processes", "sending_turns"),
    }
)
"""Tables of messengers and processes: nothing of them is copied."""

POINTS_AT = {
    "activities.led_by": "members",
    "activities.team_id": "teams",
    "board_trainings.noted_by": "persons",
    "decisions.entered_by": "persons",
    "fee_rates.proposal_id": "proposals",
    "hardship_cases.decided_by": "persons",
    "help_given.case_id": "hardship_cases",
    "help_given.found_by": "persons",
    "helpings.ended_by": "persons",
    "loans.round_id": "loan_rounds",
    "payment_slips.transaction_id": "transactions",
    "proposals.decided_in": "-persons",
    "proposals.proposed_in": "-persons",
    "signups.noted_by": "persons",
}
"""Numbers of rows without a foreign key; of made-up accounts, which are persons below zero."""

PLAIN = frozenset(
    {
        "club_settings.value",
        "closed_months.last_sequence",
        "declarations.months",
        "declarations.quantity_thousandths",
        "golden_heart.quantity_thousandths",
        "goods_given.quantity_thousandths",
        "persons.wishes",
        "transactions.sequence",
        "volunteers.languages",
        "volunteers.teaches",
    }
)
"""Large numbers and structured values in which no row is meant."""

BY_HAND = frozenset({"persons", "clubs", "club_communes", "volunteers", "proposals", "minutes"})
"""Tables with words of people, with places on the map, or with numbers inside of texts."""


def target_of(column: Column[object]) -> str | None:
    """The table whose numbers the column holds; with a minus before it for accounts."""
    if column.primary_key:
        return str(column.table.name)
    for key in column.foreign_keys:
        return None if key.column.table.name in SHARED else str(key.column.table.name)
    return POINTS_AT.get(full_name(column))


def is_unclear(column: Column[object]) -> bool:
    """Nobody has said yet what a copy takes over from here."""
    if column.primary_key or column.foreign_keys or column.table.name == "published_months":
        return False
    may_point = type(column.type) is BigInteger or isinstance(column.type, Json)
    written_anew = column.table.name in BY_HAND | {"closed_months", "entry_seals"}
    known = full_name(column) in PLAIN or full_name(column) in POINTS_AT
    return may_point and not written_anew and not known


def words_once(table: Table) -> frozenset[str]:
    """Columns of words that may stand only once in all clubs."""
    alone = {each.name for each in table.c if each.unique}
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint) and len(constraint.columns) == 1:
            alone |= {each.name for each in constraint.columns}
    return frozenset(each for each in alone if table.c[each].type.python_type is str)


def full_name(column: Column[object]) -> str:
    return f"{column.table.name}.{column.name}"
