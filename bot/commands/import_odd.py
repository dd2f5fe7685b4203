"""The lines of a preview about what can be, but ought to be looked at before the yes."""

from datetime import date

from messages.joining import import_preview as say
from messages.moments import written
from messages.money.entry_kinds import place_called
from messages.wording import Words
from storage.queries import Connection
from storage.queries.joining.import_odd import loans_too_long, places_brought_above
from storage.queries.joining.planned_import import Plan


def odd_in(  # noqa: PLR0917
    db: Connection, words: Words, club_id: int, plan: Plan, today: date
) -> list[str]:
    """By sheet and row; empty where nothing is."""
    lines = [
        say.loan_too_long(words, each.at, each.left, each.fit, each.ends, each.last_due_on)
        for each in loans_too_long(plan)
    ]
    for each in places_brought_above(db, club_id, plan, today):
        place = place_called(each.place.kind, each.place.name, each.place.keeper)
        lines.append(say.much_cash(words, written(place, words), each.there, each.limit))
    return [say.to_look_at(words), *lines] if lines else []
