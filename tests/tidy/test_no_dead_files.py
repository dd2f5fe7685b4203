"""Nothing lies about unused: each module is reached from an entry point, each file is named."""

from collections.abc import Iterable

import grimp

from bot.command_line import ORDERS
from tests.kit.sources import PACKAGES, ROOT, every_file, python_files, shown, text_of

# Started by name: the program, its commands, and what Alembic finds by itself.
ENTRY_POINT = "bot.__main__"
FOUND_BY_ALEMBIC = "storage.migrations"


def reached_modules(graph: grimp.ImportGraph, starts: Iterable[str]) -> set[str]:
    """Everything imported from the starts, at any remove; a module brings its packages along."""
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        module = waiting.pop()
        if module in reached or module not in graph.modules:
            continue
        reached.add(module)
        waiting += graph.find_modules_directly_imported_by(module)
        if "." in module:
            waiting.append(module.rpartition(".")[0])
    return reached


# Started by their files: bot/received/reencoding.py.
PROGRAMS_OF_THEIR_OWN = ("bot.received.picture",)


def test_every_module_is_reached_from_the_program() -> None:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    migrations = [name for name in graph.modules if name.startswith(FOUND_BY_ALEMBIC)]
    commands = [order.module for order in ORDERS]
    starts = [ENTRY_POINT, *commands, *migrations, *PROGRAMS_OF_THEIR_OWN]
    dead = graph.modules - reached_modules(graph, starts)
    # A package that only holds others together needs nobody to import it.
    assert {name for name in dead if not graph.find_children(name)} == set()


def test_every_other_file_in_the_packages_is_named_by_a_source() -> None:
    of_the_page = [file for file in every_file() if file.suffix in {".html", ".css", ".js"}]
    sources = "\n".join(text_of(file) or "" for file in [*python_files(*PACKAGES), *of_the_page])
    unnamed = [
        shown(file)
        for file in every_file()
        if file.suffix != ".py"
        and file.relative_to(ROOT).parts[0] in PACKAGES
        and not any(part in sources for part in (file.name, file.stem, file.parent.name))
    ]
    assert not unnamed


def test_every_module_of_the_kit_is_used() -> None:
    users = {file: text_of(file) or "" for file in python_files("tests", "bench", "tools")}
    unused = [
        shown(kit)
        for kit in python_files("tests/kit")
        if not any(kit.stem in text for file, text in users.items() if file != kit)
    ]
    assert not unused
