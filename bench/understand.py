"""Microseconds per message understood: `python -m bench.understand`."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter_ns

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from messages.understand import (
    read_birth_year,
    read_choice,
    read_day,
    read_money,
    read_month,
    read_name,
    read_phone,
    read_time,
    read_yes_no,
    reserved_word,
)

TODAY = date(2026, 11, 21)
ROUNDS = 300
LABELS = ("Nuôi bò", "Nuôi heo", "Nuôi gia cầm", "Buôn bán nhỏ", "Xem thêm")
MESSAGES: tuple[tuple[str, Callable[[str], object], tuple[str, ...]], ...] = (
    ("a sum in figures", read_money, ("50k", "50.000", "1tr2", "1,5 triệu", "20")),
    ("a sum in words", read_money, ("năm mươi nghìn", "hai trăm năm mươi nghìn đồng chẵn")),
    ("a sum in a sentence", read_money, ("dạ cháu ơi bác đóng 50 nghìn nhé",)),
    ("a year of birth", lambda text: read_birth_year(text, today=TODAY), ("1952", "74 tuổi")),
    (
        "a coming day",
        lambda text: read_day(text, today=TODAY, ahead=True),
        ("mai", "thứ bảy này", "15/3", "mùng 5", "rằm tháng bảy"),
    ),
    ("a month", lambda text: read_month(text, today=TODAY), ("tháng 10", "tháng trước")),
    ("an hour", read_time, ("8h30", "2 giờ chiều")),
    ("yes or no", read_yes_no, ("dạ", "không ạ", "đúng rồi cháu")),
    ("one of five choices", lambda text: read_choice(text, LABELS), ("2", "nuôi heo", "gia")),
    ("a telephone number", read_phone, ("0912345678", "091 234 5678")),
    ("a name", read_name, ("nguyễn thị hoa", "tên bác là Nguyễn Thị Hoa ạ")),
    ("a reserved word", reserved_word, ("thôi", "cháu ơi quay lại giúp bác", "50 nghìn")),
    ("a story for a sum", read_money, ("hôm qua bác đi chợ mua rau hết năm chục " * 3,)),
)


def microseconds(read: Callable[[str], object], texts: tuple[str, ...]) -> float:
    """The median over the rounds of the mean time for one text."""
    rounds: list[float] = []
    for _ in range(ROUNDS):
        begun = perf_counter_ns()
        for text in texts:
            read(text)
        rounds.append((perf_counter_ns() - begun) / 1000 / len(texts))
    return median(rounds)


def main() -> None:
    """Prints a line for each kind of message."""
    for what, read, texts in MESSAGES:
        print(f"{what:22} {microseconds(read, texts):7.1f} µs")


if __name__ == "__main__":
    main()
