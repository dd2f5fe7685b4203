"""Nothing public lies about unused: each name of a module is used by the program itself.

What only a test uses is not used: it would be kept up to date for nobody.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.kit.sources import PACKAGES, ROOT, python_files, shown, text_of

WORD = re.compile(r"\w+")
IMPORTED = re.compile(r"^ *from ([\w.]+) import (\([^)]*\)|[^\n]*)", re.MULTILINE)
# They find what they decorate by themselves; nobody calls it by its name. A moment goes with the
# migration that changes the rows in which it may lie: see tools/moments.py.
REGISTERS = (
    *("after", "carried_out", "compiles", "dialogue", "moment", "screen", "settled_elsewhere"),
    "waiting",
)
# Called by `bot.command_line` of whichever command was asked for.
OF_EVERY_COMMAND = {"arguments", "carry_out"}


def module_of(file: Path) -> str:
    name = shown(file).removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__")


def imported_by(text: str) -> Iterator[str]:
    """The modules, and names of modules, that a module imports."""
    for module, names in IMPORTED.findall(text):
        yield module
        yield from (f"{module}.{name}" for name in WORD.findall(names))


def declared(tree: ast.Module) -> Iterator[str]:
    """The public names that a module declares for others to use."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if not any(ast.unparse(each).startswith(REGISTERS) for each in node.decorator_list):
                yield node.name
        elif isinstance(node, ast.Assign):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def unused(texts: Mapping[Path, str]) -> Iterator[tuple[Path, str]]:
    """Names that neither their own module nor one that imports it mentions again."""
    words = {file: Counter(WORD.findall(text)) for file, text in texts.items()}
    users = defaultdict[str, set[Path]](set)
    for file, text in texts.items():
        for module in imported_by(text):
            users[module].add(file)
    for file, text in texts.items():
        once = {each for each, times in words[file].items() if times == 1}
        once -= {each for user in users[module_of(file)] - {file} for each in words[user]}
        yield from ((file, each) for each in declared(ast.parse(text)) if each in once)


def is_looked_for(file: Path, name: str) -> bool:
    """Not what stands in a migration, in a measurement, or is there for every command."""
    place = shown(file)
    if not place.startswith(PACKAGES) or "migrations/" in place or name.startswith("_"):
        return False
    return not (place.startswith("bot/commands/") and name in OF_EVERY_COMMAND)


def test_every_public_name_is_used_by_the_program() -> None:
    texts = {file: text_of(file) or "" for file in python_files(*PACKAGES, "bench", "tools")}
    found = {f"{shown(file)}: {name}" for file, name in unused(texts) if is_looked_for(file, name)}
    assert found == set()


def test_a_planted_name_is_found() -> None:
    texts = {
        ROOT / "club/planted.py": "USED, HERE = 1, 2\nDEAD = HERE\n\ndef far() -> int: ...\n",
        ROOT / "bot/user.py": "from club import (\n    planted,\n)\n\nplanted.far(planted.USED)\n",
    }
    assert list(unused(texts)) == [(ROOT / "club/planted.py", "DEAD")]
