"""`lien backup` and `lien restore` as operators give them: keys, folders, lists, one-line noes."""

import hashlib
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from bot.backup.daily import Keeper, is_due
from bot.backup.folder import (
    ERASURES,
    backups_in,
    keep_erasures,
    made_at,
    name_at,
    newest_in,
)
from bot.backup.seal import secret_key_in
from bot.settings import Settings
from storage.backup.erasures import (
    Erased,
    WrongList,
    erase_again,
    erased_in,
    read_list,
    written_list,
)
from storage.backup.stale import WHY
from storage.changes.own.erase_person import erase_person
from storage.queries import Connection
from storage.store import Store
from storage.tables.broadcasts import broadcasts
from storage.tables.chats import chats, invitations, outbox
from storage.tables.schedule import reminders
from tests.bot.backup.conftest import Keys
from tests.kit.club_books import ClubBooks
from tests.kit.dumped import dumped
from tests.kit.shell import Shell, assert_one_line
from tests.kit.world import FrozenClock

NOW = datetime.now(UTC)


def restored(lien: Shell, keys: Keys, patch: pytest.MonkeyPatch, *more: str) -> Store:
    """The backup "one", put back into a new file."""
    patch.setenv("LIEN_DATABASE_URL", "sqlite:///new.db")
    said = lien("restore", "one", "--key", str(keys.file), *more)
    assert said.code == 0, said.out + said.err
    assert "1 club checked: the books hold" in said.out
    return Store(f"sqlite:///{lien.folder}/new.db")


def test_a_new_key_is_kept_by_its_owner_and_never_written_over(lien: Shell) -> None:
    said = lien("backup", "--new-key", "my.key")
    file = lien.folder / "my.key"
    assert said.code == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert secret_key_in(file) not in said.out
    assert said.out.startswith("LIEN_BACKUP_KEY=age1")
    before = file.read_text()
    assert_one_line(lien("backup", "--new-key", "my.key"), "never written over")
    assert file.read_text() == before


def test_a_backup_says_what_it_is_and_can_be_looked_at(lien: Shell, keys: Keys) -> None:
    said = lien("backup", "one")
    assert said.code == 0, said.err
    content = (lien.folder / "one").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert digest in said.out
    assert (lien.folder / "one.sha256").read_text() == f"{digest}  one\n"
    looked = lien("restore", "one", "--key", str(keys.file), "--only-look")
    assert looked.code == 0
    assert "clubs 1, members 8" in looked.out
    assert_one_line(lien("backup", "one"), "one is there already")


def test_wrong_use_is_one_line(lien: Shell, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    key = str(keys.file)
    assert_one_line(lien("backup"), "where to?")
    assert_one_line(lien("backup", "x", "--keep", "3"), "--keep")
    assert_one_line(lien("backup", "--to", "nowhere"), "no folder nowhere")
    assert_one_line(lien("backup", "nowhere/x"), "nowhere/x cannot be written")
    assert_one_line(lien("restore", "x", "--key", key, "--only-look"), "x: it cannot be read")
    assert_one_line(lien("restore", "x", "--key", "lien.db"), "lien.db")
    assert_one_line(lien("restore", "x", "--key", key), "x: it cannot be read")
    (lien.folder / "letter").write_text("Kính gửi bác")
    assert_one_line(lien("restore", "letter", "--key", key), "already holds something")
    assert_one_line(lien("restore", "letter", "--key", "letter"), "no secret key")
    assert_one_line(lien("restore", "letter", "--key", key, "--only-look"), "no backup of Liên")
    monkeypatch.setenv("LIEN_BACKUP_KEY", "secret")
    assert_one_line(lien("backup", "x"), "LIEN_BACKUP_KEY: right would be age1")
    monkeypatch.delenv("LIEN_BACKUP_KEY")
    assert_one_line(lien("backup", "x"), "LIEN_BACKUP_KEY is missing")
    monkeypatch.setenv("LIEN_DATABASE_URL", "sqlite:///new.db")
    assert_one_line(lien("restore", "letter", "--key", key), "no backup of Liên")
    assert not list(lien.folder.glob("new.db*"))
    left = {each.name for each in lien.folder.iterdir() if not each.name.startswith("lien.db")}
    assert left == {"letter"}


def test_a_key_that_everybody_can_read_is_said(lien: Shell, keys: Keys) -> None:
    assert lien("backup", "one").code == 0
    look = ("restore", "one", "--only-look", "--key", str(keys.file))
    keys.file.chmod(0o600)
    assert "chmod" not in lien(*look).out
    keys.file.chmod(0o644)
    said = lien(*look)
    assert (said.code, "can be read by everybody" in said.out) == (0, True)


# What a restored database does not do again


def something_waits(db: Connection, club_id: int, person_id: int) -> None:
    letters_wait(db)
    soon = NOW + timedelta(days=1)
    for due, period in ((NOW - timedelta(days=1), "gone"), (soon, "to come")):
        whose = {"club_id": club_id, "person_id": person_id, "kind": "meeting", "period": period}
        times = {"due_at": due, "ends_at": due + timedelta(days=3), "planned_at": NOW}
        db.execute(insert(reminders).values(state="planned", **whose, **times))
    link = {"secret_hash": "h", "role": "chair", "made_at": NOW, "ends_at": soon}
    db.execute(insert(invitations).values(link))
    words = {"sent_by": person_id, "audience": "club", "signed_as": "chair", "people": 1}
    said = {"state": "running", "said_on": NOW.date(), "said_at": NOW, "cause": "c"}
    db.execute(insert(broadcasts).values(**words, **said))


def letters_wait(db: Connection) -> None:
    chat = {"channel": "web", "key": "k", "language": "vi", "created_at": NOW}
    chat_id = db.execute(insert(chats).values(chat).returning(chats.c.id)).scalar_one()
    letter = {"chat_id": chat_id, "card": {}, "run": 1, "made_at": NOW}
    for number, (kind, state) in enumerate(
        [("reply", "waiting"), ("reminder", "waiting"), ("notice", "sending"), ("reply", "sent")]
    ):
        db.execute(insert(outbox).values(id=number + 1, kind=kind, state=state, **letter))


def test_what_may_have_been_sent_since_is_never_sent(
    lien: Shell, books: ClubBooks, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    chair = books.people["chair"].person_id
    books.store.change(something_waits, books.club_id, chair)
    assert lien("backup", "one").code == 0
    store = restored(lien, keys, monkeypatch)
    with store.reading() as db:
        letters = db.execute(select(outbox.c.state, outbox.c.again, outbox.c.why)).all()
        planned = {row.period: row.state for row in db.execute(select(reminders))}
        ends = db.execute(select(invitations.c.ends_at)).scalar_one()
        words = db.execute(select(broadcasts.c.state)).scalar_one()
    assert [tuple(each) for each in letters] == [
        ("waiting", True, None),
        ("unknown", False, WHY),
        ("unknown", False, WHY),
        ("sent", False, None),
    ]
    assert (planned["gone"], planned["to come"]) == ("dropped", "planned")
    assert ends <= datetime.now(UTC)
    assert words == "paused"
    store.close_now()


# Erasures


def test_a_list_of_erasures_is_read_as_it_was_written() -> None:
    found = [Erased(7, NOW), Erased(3, NOW - timedelta(days=1))]
    assert read_list(written_list(found)) == sorted(found)
    with pytest.raises(WrongList, match="line 2 is no erasure"):
        read_list("# list\n7 gestern\n")


def test_whoever_was_erased_since_is_erased_again(
    lien: Shell, books: ClubBooks, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan, manh = books.people["lan"].person_id, books.people["manh"].person_id
    assert lien("backup", "one").code == 0
    books.store.change(erase_person, lan, NOW + timedelta(days=1))
    # She came after the backup: there is nobody of that number to be erased.
    with books.store.reading() as db:
        keep_erasures(lien.folder, [*erased_in(db), Erased(4711, NOW + timedelta(days=2))])
    store = restored(lien, keys, monkeypatch)
    with store.reading() as db:
        assert [each.person_id for each in erased_in(db)] == [lan]
    rows = str(dumped(store))
    assert "Người lan" not in rows
    assert "Người manh" in rows
    store.close_now()
    with pytest.raises(WrongList, match="another database"):
        books.store.change(erase_again, [Erased(manh, NOW - timedelta(hours=1))], NOW)


# A folder of backups, and one a day by itself


def test_only_so_many_stay_and_nothing_else_is_touched(lien: Shell) -> None:
    folder = lien.folder / "kept"
    folder.mkdir()
    for day in range(1, 6):
        (folder / name_at(datetime(2026, 1, day, tzinfo=UTC))).write_bytes(b"old")
    (folder / "lien-20260101-000000Z.backup.part").write_bytes(b"half")
    (folder / "letter.backup").write_text("mine")
    said = lien("backup", "--to", "kept", "--keep", "3")
    assert said.code == 0, said.err
    assert len(backups_in(folder)) == 3
    assert made_at(backups_in(folder)[0]) == datetime(2026, 1, 4, tzinfo=UTC)
    assert (folder / "letter.backup").read_text() == "mine"
    assert not list(folder.glob("*.part"))
    assert (folder / ERASURES).is_file()


@pytest.mark.parametrize(
    ("hours_old", "hour", "due"),
    [(None, 12, True), (5, 2, False), (20, 2, True), (20, 12, False), (26, 12, True)],
)
def test_one_is_due_each_night_or_at_last_at_any_hour(
    hours_old: int | None, hour: int, due: bool
) -> None:
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    now = datetime(2026, 11, 2, hour, 30, tzinfo=zone)
    newest = None if hours_old is None else now - timedelta(hours=hours_old)
    assert is_due(newest, now, zone) is due


async def test_it_is_made_by_itself_and_a_failure_is_loud(
    lien: Shell, books: ClubBooks, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lien.folder / "kept"
    folder.mkdir()
    keeper = Keeper(books.store, Settings(backup_dir=str(folder)), FrozenClock(NOW))
    assert await keeper.knock() == 1
    newest = newest_in(folder)
    assert newest is not None
    assert newest - NOW < timedelta(minutes=10)
    assert await keeper.knock() == 0
    for each in backups_in(folder):
        each.unlink()
    monkeypatch.setenv("LIEN_BACKUP_KEY", "age1")
    assert await keeper.knock() == 0
    assert "BACKUP FAILED: lien: LIEN_BACKUP_KEY: right would be" in caplog.text
    folder.rename(lien.folder / "elsewhere")
    assert await keeper.knock() == 0
    assert "No such file" in caplog.text


def test_the_doctor_says_how_the_backups_are(lien: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def doctor() -> str:
        lines = lien("doctor").out.splitlines()
        at = next(place for place, line in enumerate(lines) if " backups " in line)
        return " ".join(lines[at : at + 2])

    assert "MEND  backups   none are made by themselves" in doctor()
    folder = lien.folder / "kept"
    folder.mkdir()
    monkeypatch.setenv("LIEN_BACKUP_DIR", "kept")
    assert "MEND  backups   kept holds none yet" in doctor()
    assert lien("backup").code == 0
    assert "well  backups   1 in kept, the newest 0 h old" in doctor()
    [made] = backups_in(folder)
    made.with_name(made.name + ".sha256").unlink()
    assert "without its digest" in doctor()
    made.rename(folder / name_at(NOW - timedelta(days=2)))
    assert "MEND  backups   1 in kept, the newest 48 h old" in doctor()
    monkeypatch.delenv("LIEN_BACKUP_KEY")
    assert "LIEN_BACKUP_KEY is missing" in doctor()
    monkeypatch.setenv("LIEN_LESSONS_DIR", "kept")
    (folder / "25.toml").write_text("title = ", encoding="utf-8")
    assert "MEND  lessons" in lien("doctor").out
