"""Walks through letting somebody type, and through what a checker looks at."""

from tests.kit.walker import Walk

TASKS = ("viec can lam", "tasks")

HELPING = [
    Walk("let_help", "hoa", ("nho nguoi nhan ho", "let somebody type for me")),
    Walk("speak_for", "lan", ("nhan ho", "type for somebody"), {"code": "1234 5678"}),
    Walk("end_helping", "lan", ("thoi nhan ho", "end helping")),
    Walk(
        "helper_for",
        "dao",
        ("nhan ho cho nguoi khong co dien thoai", "a helper for who has no phone"),
    ),
    Walk("second", "", through=("s:second:",)),
]
