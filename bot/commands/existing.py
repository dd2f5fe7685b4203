"""The database of the settings, for commands that need one with something in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches

from bot.settings import Settings, WrongSetting
from messages.understand.plain import bare
from storage.backup.unfinished import must_not_be_half_restored
from storage.queries import Connection
from storage.queries.all_clubs import ClubLine, all_clubs
from storage.schema import bring_up_to_date, refusing_in_one_line
from storage.store import Store, UnusableDatabase, sqlite_file


@contextmanager
def existing_store(settings: Settings, *, may_be_new: bool = False) -> Iterator[Store]:
    """The store, up to date. Raises UnusableDatabase where there is no database yet and it is not
    to be made.
    """
    store = Store(settings.database_url)
    try:
        file = sqlite_file(store.url)
        if file is not None and not file.exists() and not may_be_new:
            raise UnusableDatabase(
                f"there is no database {file} yet; lien club new makes it, "
                "or set LIEN_DATABASE_URL to another"
            )
        bring_up_to_date(store)
        yield store
    finally:
        store.close_now()


@contextmanager
def store_as_it_is(settings: Settings) -> Iterator[Store]:
    """The store with whatever tables it has: a backup is taken before they are brought up to date.

    Raises UnusableDatabase where there is no database yet.
    """
    store = Store(settings.database_url)
    try:
        file = sqlite_file(store.url)
        if file is not None and not file.exists():
            raise UnusableDatabase(f"there is no database {file} yet")
        with refusing_in_one_line():
            with store.reading() as db:
                must_not_be_half_restored(db)
            yield store
    finally:
        store.close_now()


def club_called(db: Connection, wanted: str) -> ClubLine:
    """The club by number, join code, or a part of its name. Raises WrongSetting in one line."""
    everywhere = all_clubs(db)
    found = [each for each in everywhere if _is_called(each, wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(f"{each.id} ({each.name}, {each.commune})" for each in found[:5])
        raise WrongSetting(f"“{wanted}” is more than one club; please take the number: {which}")
    raise WrongSetting(f"there is no club “{wanted}”{_hint(everywhere, wanted)}")


def _hint(everywhere: list[ClubLine], wanted: str) -> str:
    """What is called nearly so, with its number; never taken by itself."""
    part = bare(wanted)
    parts = [f"{each.id} ({each.name})" for each in everywhere if part and part in bare(each.name)]
    if parts:
        return f"; a whole word or the number, please: {', '.join(parts[:5])}"
    names = [each.name for each in everywhere]
    near = get_close_matches(wanted, names, n=1) or names[:1]
    return f"; there is “{near[0]}”" if near else "; there is no club yet: lien club new"


def _is_called(club: ClubLine, wanted: str) -> bool:
    if wanted.isdecimal():
        return club.id == int(wanted)
    by_code = wanted.replace("-", "").upper() == club.join_code
    return by_code or holds_words(club.name, wanted)


def holds_words(name: str, wanted: str) -> bool:
    """Whether what is wanted stands in the name as whole words: one letter means nobody."""
    return bool(bare(wanted)) and f" {bare(wanted)} " in f" {bare(name)} "
