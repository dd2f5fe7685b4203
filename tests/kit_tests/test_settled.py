"""A village that is a copy is the village that was entered; what stood in its file stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy

from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit import settled
from tests.kit.dumped import dumped
from tests.kit.settled import settled as settle
from tests.kit.village import village


@contextmanager
def opened(file: Path) -> Iterator[Store]:
    store = Store(f"sqlite+aiosqlite:///{file}")
    yield store
    store.close_now()


async def rows_of_a_village(sqlite_template: Path, file: Path) -> dict[str, list[str]]:
    copy(sqlite_template, file)
    async with village(f"sqlite+aiosqlite:///{file}") as v:
        assert v.phones["la"].key == "la"
        assert v.hoa.member_id is not None
        await v.hoa.says("menu")
        assert v.hoa.labels
        return dumped(v.store)


async def test_a_copied_village_is_the_one_that_was_entered(
    sqlite_template: Path, tmp_path: Path
) -> None:
    settled._kept.clear()
    entered = await rows_of_a_village(sqlite_template, tmp_path / "first.db")
    assert len(settled._kept) == 1
    assert await rows_of_a_village(sqlite_template, tmp_path / "second.db") == entered
    assert len(settled._kept) == 1
    assert entered["persons"]


def test_only_the_same_in_the_same_file_is_copied(sqlite_template: Path, tmp_path: Path) -> None:
    worked = list[str]()
    settled._kept.clear()

    def tell(name: str, wanted: str) -> str:
        def work(store: Store) -> str:
            worked.append(name)
            bring_up_to_date(store)
            return name

        with opened(tmp_path / name) as store:
            return settle(store, wanted, work)

    copy(sqlite_template, tmp_path / "a")
    copy(sqlite_template, tmp_path / "b")
    copy(sqlite_template, tmp_path / "c")
    assert [tell("a", "one"), tell("b", "one"), tell("c", "another")] == ["a", "a", "c"]
    with (tmp_path / "c").open("ab") as file:
        file.write(b"\0" * 4096)
    assert tell("c", "one") == "c"
    assert [tell("new", "one"), tell("newer", "one")] == ["new", "new"]
    assert worked == ["a", "c", "c", "new"]


def test_a_file_that_somebody_is_at_work_in_is_not_copied_over(
    sqlite_template: Path, tmp_path: Path
) -> None:
    settled._kept.clear()
    copy(sqlite_template, tmp_path / "a")
    with opened(tmp_path / "a") as first:
        bring_up_to_date(first)
        with opened(tmp_path / "a") as second:
            assert settle(second, "one", lambda _: "at work") == "at work"
    assert not settled._kept
