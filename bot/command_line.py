"""`lien`: finds the command, reads the settings, says in one line what is wrong where something is.

A command's module is imported only when it is asked for, so that the list is there at once.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass

WRONG_USE = 2


@dataclass(frozen=True, slots=True)
class Order:
    """One command: its words, its module and what it does, in English and Vietnamese."""

    words: str
    module: str
    english: str
    vietnamese: str


ORDERS = (
    Order(
        "try",
        "bot.commands.try_",
        "Try everything in a practice club; nothing leaves this machine",
        "Dùng thử với một câu lạc bộ thực hành, không cần tài khoản nào",
    ),
    Order(
        "run",
        "bot.commands.run",
        "Answer people on Telegram until stopped",
        "Chạy Liên: trả lời bà con qua Telegram cho đến khi dừng",
    ),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command. Exit codes: 0 done, 1 could not be done, 2 wrongly asked."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in {"-h", "--help", "help"}:
        print(overview())
        return 0
    order = _ordered(given)
    if order is None:
        print(f"lien: there is no command “{' '.join(given[:2])}”\n\n{overview()}", file=sys.stderr)
        return WRONG_USE
    module = importlib.import_module(order.module)
    parser = argparse.ArgumentParser(
        prog=f"lien {order.words}",
        description=f"{order.english}.\n{order.vietnamese}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.arguments(parser)
    return _carry_out(module, parser.parse_args(given[len(order.words.split()) :]))


def overview() -> str:
    """The list of commands."""
    lines = ["lien COMMAND …   (lien COMMAND --help says more)", ""]
    for order in ORDERS:
        lines += [f"  {order.words:<16} {order.english}", f"  {'':<16} {order.vietnamese}"]
    return "\n".join(lines)


def _ordered(given: Sequence[str]) -> Order | None:
    for order in ORDERS:
        words = order.words.split()
        if list(given[: len(words)]) == words:
            return order
    return None


def _carry_out(module: object, asked: argparse.Namespace) -> int:
    from bot.settings import WrongSetting, settings
    from storage.store import UnusableDatabase

    try:
        code: int = module.carry_out(asked, settings())  # type: ignore[attr-defined]
    except (WrongSetting, UnusableDatabase) as error:
        print(f"lien: {error}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        return 130
    return code
