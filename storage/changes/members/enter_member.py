"""The board enters a member who has no phone of her own, or whose request was made on paper."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Table, insert, select, update

from club.address import Region, is_called_as_the_helper, usual_form, usual_own_word
from storage.changes.inserting import inserted
from storage.tables.people import (
    circumstances,
    groups,
    households,
    member_groups,
    member_households,
    members,
    offices,
    persons,
)


@dataclass(frozen=True, slots=True)
class NewMember:
    """What is known of a member. `hardship` is none, poor, near_poor or, unsaid, empty.

    An empty `address` or `bot_word` becomes what is usual for age, sex and region.
    """

    name: str
    birth_year: int | None
    sex: str
    joined_on: date
    phone: str = ""
    hamlet: str = ""
    address: str = ""
    group: str = ""
    household: str = ""
    hardship: str = ""
    language: str = "vi"
    bot_word: str = ""
    region: Region = Region.NORTH


@dataclass(frozen=True, slots=True)
class MemberEntered:
    person_id: int
    member_id: int


def enter_person(db: Connection, new: NewMember, now: datetime) -> int:
    """The person alone, in no club."""
    form = new.address or usual_form(new.birth_year, new.sex, now.date(), new.region)
    return inserted(
        db,
        persons,
        name=new.name,
        birth_year=new.birth_year,
        sex=new.sex or None,
        phone=new.phone or None,
        hamlet=new.hamlet,
        address=form,
        bot_word=new.bot_word or usual_own_word(form, new.region),
        language=new.language,
        created_at=now,
    )


def enter_member(db: Connection, club_id: int, new: NewMember, now: datetime) -> MemberEntered:
    """A person becomes a member of the club on `joined_on`."""
    person_id = enter_person(db, new, now)
    member_id = inserted(
        db,
        members,
        person_id=person_id,
        club_id=club_id,
        state="member",
        asked_at=now,
        joined_on=new.joined_on,
    )
    for name, table, facts in (
        (new.group, groups, member_groups),
        (new.household, households, member_households),
    ):
        if name:
            number = _named(db, table, club_id, name)
            column = "group_id" if table is groups else "household_id"
            db.execute(
                insert(facts).values(
                    member_id=member_id, valid_from=new.joined_on, **{column: number}
                )
            )
    if new.household:
        _note_namesakes(db, member_id)
    if new.hardship:
        _note_hardship(db, member_id, new)
    return MemberEntered(person_id, member_id)


def _note_hardship(db: Connection, member_id: int, new: NewMember) -> None:
    db.execute(
        insert(circumstances).values(
            member_id=member_id,
            kind="hardship",
            value=new.hardship,
            valid_from=new.joined_on,
        )
    )


def _note_namesakes(db: Connection, member_id: int) -> None:
    """Where somebody of the household is called Liên, the helper leaves that name unsaid to all of
    them. Club rules, H.3.
    """
    home = select(member_households.c.household_id).where(
        member_households.c.member_id == member_id
    )
    found = db.execute(
        select(persons.c.id, persons.c.name, persons.c.called)
        .join(members, members.c.person_id == persons.c.id)
        .join(member_households, member_households.c.member_id == members.c.id)
        .where(member_households.c.household_id.in_(home))
    ).all()
    if any(is_called_as_the_helper(each.name, each.called) for each in found):
        there = persons.c.id.in_([each.id for each in found])
        db.execute(update(persons).where(there).values(lien_at_home=True))


def _named(db: Connection, table: Table, club_id: int, name: str) -> int:
    found = db.execute(
        select(table.c.id).where(table.c.club_id == club_id, table.c.name == name)
    ).first()
    return int(found.id) if found is not None else inserted(db, table, club_id=club_id, name=name)


def give_office(  # noqa: PLR0917
    db: Connection,
    club_id: int,
    person_id: int,
    role: str,
    from_day: date,
    by: int | None = None,
) -> None:
    """The person holds this office from that day on."""
    db.execute(
        insert(offices).values(
            club_id=club_id,
            person_id=person_id,
            role=role,
            from_day=from_day,
            appointed_by=by,
        )
    )
