"""`lien`: finds the command, reads the settings, says in one line what is wrong where something is.

A command's module is imported only when it is asked for, so that the list is there at once.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NoReturn

from bot.garbage import no_rounds
from bot.terminal import as_typed, write_every_letter

WRONG_USE = 2
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Order:
    """One command: its words, its module and what it does, in English and Vietnamese.

    The module has `arguments(parser)`, which adds to an argparse parser what may be given, and
    `carry_out(asked, settings)`, which does it, prints, and returns the exit code.
    """

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
        "Answer people on Telegram, Zalo and the members' page until stopped",
        "Chạy Liên: trả lời bà con qua Telegram, Zalo và trang web cho đến khi dừng",
    ),
    Order(
        "club new",
        "bot.commands.club_new",
        "Found a club; prints its code and the invitations for its board",
        "Lập câu lạc bộ mới; in ra mã vào và lời mời cho ban chủ nhiệm",
    ),
    Order(
        "club link",
        "bot.commands.club_link",
        "A way back in for a board that has lost every other one",
        "Tạo lời mời khi ban chủ nhiệm không còn ai vào được",
    ),
    Order(
        "members import",
        "bot.commands.members_import",
        "Take a club's members, fees, loans and balances over from a spreadsheet",
        "Đưa thành viên, phí, khoản vay, số dư quỹ từ bảng tính vào sổ",
    ),
    Order(
        "summary",
        "bot.commands.summary",
        "The monthly summary of a club, computed from its entries",
        "Báo cáo tháng của một câu lạc bộ, tính từ sổ sách",
    ),
    Order(
        "rollup",
        "bot.commands.rollup",
        "Closed months of a commune, a province or the country added up",
        "Tổng hợp các tháng đã khóa sổ của xã, tỉnh, cả nước",
    ),
    Order(
        "officer new",
        "bot.commands.officer_new",
        "Make a link for an officer of the Association in an area",
        "Tạo lời mời cho cán bộ Hội của một địa bàn",
    ),
    Order(
        "officer end",
        "bot.commands.officer_end",
        "Who is officer of an area; ends that of one of them",
        "Xem cán bộ Hội của một địa bàn; cho một người thôi làm",
    ),
    Order(
        "area list",
        "bot.commands.area_list",
        "The country, its provinces and communes, and how many clubs lie in each",
        "Xem danh sách tỉnh, xã và số câu lạc bộ",
    ),
    Order(
        "area provinces",
        "bot.commands.area_provinces",
        "Add the 34 provinces and cities",
        "Thêm 34 tỉnh, thành phố",
    ),
    Order(
        "area import",
        "bot.commands.area_import",
        "Add communes from a list (CSV: province, commune)",
        "Thêm các xã, phường từ một danh sách",
    ),
    Order(
        "area add",
        "bot.commands.area_add",
        "Add a province or a commune",
        "Thêm một tỉnh hoặc một xã, phường",
    ),
    Order(
        "area merge",
        "bot.commands.area_merge",
        "Several communes, or provinces, become one from a day on",
        "Nhập nhiều xã hoặc nhiều tỉnh thành một, từ một ngày",
    ),
    Order(
        "area move-club",
        "bot.commands.area_move_club",
        "A club lies in another commune from a day on",
        "Chuyển câu lạc bộ sang xã khác, từ một ngày",
    ),
    Order(
        "area rename",
        "bot.commands.area_rename",
        "A province or commune is called otherwise from a day on",
        "Đổi tên tỉnh hoặc xã, từ một ngày",
    ),
    Order(
        "lessons check",
        "bot.commands.lessons_check",
        "Check files of lessons: what is wrong, in which file and line",
        "Kiểm tra các bài học: sai gì, ở tệp nào, dòng nào",
    ),
    Order(
        "lessons show",
        "bot.commands.lessons_show",
        "Read a lesson as it stands on a phone",
        "Xem một bài học như trên điện thoại",
    ),
    Order(
        "fill",
        "bot.commands.fill",
        "A made-up country of many clubs in an empty database, for measuring",
        "Tạo một đất nước giả gồm nhiều câu lạc bộ để đo và thử",
    ),
    Order(
        "check",
        "bot.commands.check",
        "Check that the books of every club hold",
        "Kiểm tra sổ sách của mọi câu lạc bộ",
    ),
    Order(
        "backup",
        "bot.commands.backup",
        "Everything in the database in one sealed file, while Liên is at work",
        "Sao lưu toàn bộ cơ sở dữ liệu vào một tệp đã niêm phong",
    ),
    Order(
        "restore",
        "bot.commands.restore",
        "Put a backup into an empty database, SQLite or PostgreSQL",
        "Khôi phục bản sao lưu vào một cơ sở dữ liệu còn trống",
    ),
    Order(
        "tables",
        "bot.commands.tables",
        "The version of the database's tables; back takes them to that of an older Liên",
        "Xem phiên bản của cơ sở dữ liệu; đưa về phiên bản cũ",
    ),
    Order(
        "doctor",
        "bot.commands.doctor",
        "Look at database, clock, disk and token; says what to mend",
        "Xem cơ sở dữ liệu, đồng hồ, ổ đĩa, mã bot có ổn không",
    ),
    Order(
        "questions",
        "bot.commands.questions",
        "Which questions people do not understand, the worst first",
        "Xem câu hỏi nào bà con hay không hiểu",
    ),
    Order(
        "outbox",
        "bot.commands.outbox",
        "Which messages did not arrive or still wait, and why; send them again or drop them",
        "Xem tin nào chưa đến nơi, vì sao; gửi lại hoặc bỏ",
    ),
    Order(
        "clock",
        "bot.commands.clock",
        "Whether a jump of the machine's clock holds everything; accept lets it go on",
        "Xem đồng hồ máy có nhảy sai không; xác nhận để chạy tiếp",
    ),
    Order(
        "certificate",
        "bot.commands.certificate",
        "Verify a volunteer's certificate of hours by its code",
        "Xác minh giấy chứng nhận giờ tình nguyện theo mã số",
    ),
    Order(
        "fault",
        "bot.commands.fault",
        "Show a fault by the number that somebody was told",
        "Xem lỗi theo số mà Liên đã báo",
    ),
    Order(
        "replay",
        "bot.commands.replay",
        "Turn the talk around a fault into a test, with masked data",
        "Biến đoạn nhắn tin quanh một lỗi thành bài kiểm, đã che dữ liệu",
    ),
)


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}", file=sys.stderr)
        sys.exit(WRONG_USE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command. Exit codes: 0 done, 1 could not be done, 2 wrongly asked."""
    write_every_letter()
    try:
        given = as_typed(sys.argv[1:] if arguments is None else arguments)
    except UnicodeDecodeError:
        print("lien: please give names in UTF-8", file=sys.stderr)
        return WRONG_USE
    if not given or given[0] in {"-h", "--help", "help"}:
        print(overview())
        return 0
    order = _ordered(given)
    if order is None:
        known = ", ".join(each.words for each in ORDERS)
        print(f"lien: there is no command “{given[0]}”; there are {known}", file=sys.stderr)
        return WRONG_USE
    with no_rounds():
        module = importlib.import_module(order.module)
    parser = OneLineParser(
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


def _carry_out(module: ModuleType, asked: argparse.Namespace) -> int:
    from bot.could_not import why_not
    from bot.settings import settings

    try:
        code: int = module.carry_out(asked, settings())
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our words has read enough; nothing more can be written at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        why = why_not(error)
        if why is None:
            raise
        print(f"lien: {why}", file=sys.stderr)
        return WRONG_USE
    return code
