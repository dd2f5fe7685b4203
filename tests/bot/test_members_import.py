"""`lien members import`: preview, wrong rows, exit codes, and what stands in the books after it."""

import time
from datetime import date
from pathlib import Path

import pytest

from messages.sheets.files import read_sheets
from tests.kit.shell import Said, Shell, assert_one_line
from tests.kit.spreadsheets import Cell, members, workbook

FOUND = ["--province", "Hà Nội", "--commune", "Xã Mỹ Đức", "--hamlet", "Thôn Hạ"]
LOAN: list[Cell] = [
    *("Nguyễn Thị Hoa", "20/5/2026", 12_000_000, 12, "0,7", "gốc và lãi hằng tháng"),
    *(7_000_000, 7, date(2026, 12, 24), "nuôi lợn", "tài trợ"),
]
FILE: dict[str, list[list[Cell]]] = {
    "Thành viên": [
        ["Họ và tên", "Năm sinh", "Đồng ý bằng cách nào", "Ngày đồng ý"],
        ["Nguyễn Thị Hoa", 1952, "ký tên", "1/10/2025"],
        ["Trần Văn Mạnh", 1950, None, None],
    ],
    "Khoản vay": [
        [
            *("Họ và tên", "Ngày vay", "Số tiền vay", "Vay mấy tháng", "Lãi suất"),
            *("Trả bằng cách nào", "Gốc còn lại", "Còn mấy kỳ trả", "Kỳ tới trả ngày"),
            *("Vay để làm gì", "Nguồn tiền"),
        ],
        LOAN,
    ],
    "Quỹ": [
        ["Quỹ", "Số tiền", "Nguồn tiền", "Tiền để ở đâu"],
        ["Quỹ tăng thu nhập", 13_000_000, "tài trợ", "hộp tiền"],
    ],
    "Ghi chú": [["lợn", "gà"]],
}


@pytest.fixture
def club(lien: Shell) -> Shell:
    """A club that has just been founded."""
    assert lien("club", "new", *FOUND, "--name", "CLB thôn Hạ").code == 0
    return lien


def imports(lien: Shell, data: bytes, *flags: str, name: str = "sổ.xlsx") -> Said:
    (lien.folder / name).write_bytes(data)
    return lien("members", "import", "thôn Hạ", name, *flags)


def test_the_preview_says_what_would_come_and_writes_nothing(club: Shell) -> None:
    said = imports(club, workbook(FILE), "--preview")
    assert said.code == 0
    assert "• Thành viên: 2 người mới, 0 người đã có" in said.out
    assert "1 người chưa đồng ý bằng giấy: chỉ ghi tên và tổ" in said.out
    assert "đang có 13.000.000 đồng, đang cho vay 7.000.000 đồng, cộng 20.000.000 đồng" in said.out
    assert "Không đọc: Ghi chú" in said.out
    assert imports(club, workbook(FILE), "--preview").out == said.out


def test_the_preview_says_what_is_odd_by_sheet_and_row(club: Shell) -> None:
    """Twelve months from May end in May; seven instalments from December do not fit."""
    said = imports(club, workbook(FILE), "--preview")
    assert "• Khoản vay, dòng 2: còn 7 kỳ nhưng đến hạn cuối tháng 5/2027 chỉ đủ 6 kỳ" in said.out
    assert "kỳ cuối sẽ là ngày 24/06/2027" in said.out
    assert "• Hộp tiền sẽ có 13.000.000 đồng" in said.out
    fits = FILE | {
        "Khoản vay": [FILE["Khoản vay"][0], [*LOAN[:7], 6, *LOAN[8:]]],
        "Quỹ": [FILE["Quỹ"][0], ["Quỹ tăng thu nhập", 13_000_000, "tài trợ", "ngân hàng"]],
    }
    assert "xem lại" not in imports(club, workbook(fits), "--preview").out


def test_nobody_at_the_keyboard_and_no_yes_writes_nothing(club: Shell) -> None:
    said = imports(club, workbook(FILE))
    assert said.code == 1
    assert "--yes" in said.out
    assert "2 người mới" in imports(club, workbook(FILE), "--preview").out


def test_with_a_yes_it_is_in_the_books_once_and_they_hold(
    club: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = imports(club, workbook(FILE), "--yes")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("Xong rồi ạ: tất cả đã vào sổ của CLB thôn Hạ.\n")
    assert club("check").out == "1 club checked: the books hold\n"
    monkeypatch.setenv("LIEN_LANGUAGE", "en")
    again = imports(club, workbook(FILE), "--yes")
    assert again.code == 0
    assert "• Members: 0 new, 2 there already" in again.out
    assert "nothing is new" in again.out


def test_wrong_rows_are_named_and_nothing_is_half_imported(club: Shell) -> None:
    wrong = dict(FILE)
    wrong["Khoản vay"] = [*FILE["Khoản vay"], ["Bà Lạ", *LOAN[1:]]]
    wrong["Thành viên"] = [*FILE["Thành viên"], ["Lê Thị Lan", "52", None, None]]
    said = imports(club, workbook(wrong), "--yes")
    assert said.code == 1
    assert "Thành viên, dòng 4, cột “Năm sinh”: “52” có thể là 1952" in said.out
    assert "Khoản vay, dòng 3, cột “Họ và tên”: không thấy" in said.out
    assert "Có 2 chỗ cần sửa nên chưa có gì được ghi vào sổ ạ." in said.out
    assert "2 người mới" in imports(club, workbook(FILE), "--preview").out


def test_many_wrong_rows_are_counted_and_not_poured_out(club: Shell) -> None:
    said = imports(club, workbook(members(*[["Lan", "xưa"] for _ in range(80)])), "--yes")
    assert said.code == 1
    assert len(said.out.splitlines()) < 70
    assert "… và" in said.out


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.xlsx", b"", "không có gì"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "tấm ảnh"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "(.xls)"),
        ("a.xlsx", b"PK\x03\x04 and so on", "bị hỏng"),
        ("a.csv", "món,giá\nphở,30".encode(), "không thấy danh sách"),
        ("a.csv", b"a" * (5 << 20) + b"b", "5 MB"),
    ],
)
def test_a_wrong_file_is_one_line(club: Shell, name: str, data: bytes, part: str) -> None:
    assert_one_line(imports(club, data, "--yes", name=name), name, part)


def test_a_file_or_club_that_is_not_there_is_one_line(club: Shell) -> None:
    assert_one_line(club("members", "import", "1", "đâu.xlsx"), "đâu.xlsx")
    assert_one_line(club("members", "import", "1", "."), "cannot be read")
    assert_one_line(club("members", "import"), "--template")
    (club.folder / "a.csv").write_text("Họ và tên\nNguyễn Thị Hoa\n", encoding="utf-8")
    assert_one_line(club("members", "import", "thôn Xa", "a.csv"), "no club")


def test_a_csv_of_names_is_enough(club: Shell) -> None:
    text = "Họ và tên;Tổ\r\nNguyễn Thị Hoa;Tổ 1\r\nTrần Văn Mạnh;Tổ 2\r\n"
    said = imports(club, text.encode("utf-8-sig"), "--yes", name="a.csv")
    assert said.code == 0, said.out
    assert "2 người mới" in said.out


def test_the_form_is_written_once_and_comes_back_empty(lien: Shell) -> None:
    said = lien("members", "import", "--template", "mẫu.xlsx")
    assert said.code == 0
    sheets = read_sheets((lien.folder / "mẫu.xlsx").read_bytes())
    names = [each.name for each in sheets]
    assert names == ["Hướng dẫn", "Thành viên", "Phí đã đóng", "Khoản vay", "Quỹ"]
    assert_one_line(lien("members", "import", "--template", "mẫu.xlsx"), "there already")
    assert_one_line(lien("members", "import", "--template", "mẫu.xls"), ".xlsx")
    assert_one_line(lien("members", "import", "--template", "đâu/mẫu.xlsx"), "cannot be written")
    lien("club", "new", *FOUND, "--name", "CLB thôn Hạ")
    empty = lien("members", "import", "1", "mẫu.xlsx", "--yes")
    assert (empty.code, empty.out) == (1, "Chưa có dòng nào được điền ạ.\n")


@pytest.mark.no_cover  # It is timed.
def test_ten_thousand_rows_come_in_within_a_minute(club: Shell) -> None:
    names = [f"{a} {b} {c}" for a in _FAMILIES for b in ("Thị", "Văn") for c in _GIVEN]
    everybody: list[list[Cell]] = [[name, year] for year in range(1940, 1965) for name in names]
    rows = everybody[:10_000]
    heads = ["Họ và tên", "Năm sinh", "Đồng ý bằng cách nào", "Ngày đồng ý"]
    lines: list[list[Cell]] = [[*row, "ký tên", "1/10/2025"] for row in rows]
    file: dict[str, list[list[Cell]]] = {"A": [[*heads], *lines]}
    begun = time.process_time()
    said = imports(club, workbook(file), "--yes")
    assert said.code == 0, said.out
    assert "10000 người mới" in said.out
    assert time.process_time() - begun < 60


_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
_GIVEN = (
    *("Hoa", "Lan", "Mạnh", "Bình", "Cúc", "Dũng", "Giang", "Hải", "Kim", "Mai", "Nga", "Oanh"),
    *("Phúc", "Quý", "Sen", "Tâm", "Uyên", "Vân", "Xuân", "Yến"),
)


def test_the_file_stays_as_it_was(club: Shell) -> None:
    data = workbook(FILE)
    imports(club, data, "--yes")
    assert Path("sổ.xlsx").read_bytes() == data
