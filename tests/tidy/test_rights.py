"""Rights are asked of one table: nobody else compares roles, and the page about it is true."""

import ast
from collections.abc import Iterator

from tests.kit.sources import PACKAGES, python_files, shown
from tools.rights import FILE, page

# Where offices themselves are the matter: who holds, ends or stands in for one (Club rules, E),
# who is asked first among those who may, and how an office is called.
ABOUT_OFFICES = {
    *("club/members.py", "club/rights.py", "club/offices.py", "club/helping.py"),
    *("club/declarations.py", "club/disputes.py", "club/closing.py", "club/minutes.py"),
    *("club/second_person.py",),
    *("storage/changes/rights.py", "storage/changes/members/office_times.py"),
    *("storage/changes/members/groups.py", "storage/changes/members/accounts.py"),
    *("storage/changes/joining/invite.py", "storage/changes/joining/accept_invitation.py"),
    *("storage/changes/helping/on_behalf.py", "storage/queries/money/disputes.py"),
    *("handlers/members/office_times.py", "handlers/joining/accept_invitation.py"),
    *("handlers/joining/invite.py", "handlers/talk/practise.py"),
    # In which of her offices she signs what she writes.
    "handlers/settings/broadcast.py",
    *("storage/changes/members/moved_members.py", "storage/queries/members/boards.py"),
    *("storage/changes/settings/send_broadcast.py", "bot/commands/club_new.py"),
    # The board as one of two who say something; roles of a process are no roles of people.
    *("handlers/volunteers/check_in.py", "bot/house.py", "bot/run.py", "bot/beside_others.py"),
    # Which offices wait on a new account, and as whom a photo is looked at meanwhile.
    *("storage/changes/members/new_accounts.py", "storage/queries/photos.py"),
    # Made-up people.
    *("bot/practising/past.py", "bot/practising/people.py", "bot/replaying.py"),
}


def compared(file: ast.AST) -> Iterator[int]:
    """Lines that compare a role, or look into somebody's roles."""
    for node in ast.walk(file):
        if any(map(_is_role, _sides(node))) or any(map(_is_roles, _looked_into(node))):
            yield node.lineno  # type: ignore[attr-defined]


def _sides(node: ast.AST) -> list[ast.expr]:
    return [node.left, *node.comparators] if isinstance(node, ast.Compare) else []


def _looked_into(node: ast.AST) -> list[ast.expr]:
    match node:
        case ast.Compare():
            return _sides(node)
        case ast.Call(func=ast.Attribute(attr="isdisjoint" | "issubset" | "intersection")):
            assert isinstance(node.func, ast.Attribute)
            return [node.func.value, *node.args]
        case ast.BinOp(op=ast.BitAnd()):
            return [node.left, node.right]
    return []


def _is_role(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Role"
    )


def _is_roles(node: ast.AST) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == "roles") or (
        isinstance(node, ast.Name) and node.id in {"BOARD", "roles"}
    )


def test_no_role_is_compared_outside_the_table() -> None:
    found = [
        f"{shown(file)}:{line}"
        for file in python_files(*PACKAGES)
        if shown(file) not in ABOUT_OFFICES
        for line in compared(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_a_comparison_would_be_found() -> None:
    for code in ("Role.CHAIR in me.roles", "BOARD.isdisjoint(me.roles)", "each.role is Role.CHAIR"):
        assert list(compared(ast.parse(code)))


def test_the_page_about_rights_is_what_the_table_says() -> None:
    assert FILE.read_text(encoding="utf-8") == page()
