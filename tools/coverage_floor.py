"""Compares the last test run's coverage with the floor, which only rises.

`python tools/coverage_floor.py` fails when coverage fell below the floor;
with `--raise` it writes what was reached, rounded down to a whole percent.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

RATCHETS: Final = Path(__file__).resolve().parent.parent / "tests" / "tidy" / "ratchets.toml"
FLOOR_LINE: Final = re.compile(r"^coverage_percent_at_least = (\d+)$", re.MULTILINE)
# So far above its floor, coverage could fall unseen: then the run asks for a higher one.
SLACK_PERCENT: Final = 2


def reached_percent() -> float:
    """Coverage of the last run in percent, lines and branches together."""
    subprocess.run(
        [sys.executable, "-m", "coverage", "combine", "--quiet"], check=False, capture_output=True
    )
    total = subprocess.run(
        [sys.executable, "-m", "coverage", "report", "--format=total", "--precision=2"],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(total.stdout)


def floor_percent() -> int:
    found = FLOOR_LINE.search(RATCHETS.read_text(encoding="utf-8"))
    if found is None:
        sys.exit(f"{RATCHETS.name} names no coverage floor")
    return int(found[1])


def raise_floor(percent: int) -> None:
    text = RATCHETS.read_text(encoding="utf-8")
    RATCHETS.write_text(FLOOR_LINE.sub(f"coverage_percent_at_least = {percent}", text), "utf-8")


def main(arguments: list[str]) -> int:
    reached, floor = reached_percent(), floor_percent()
    if arguments == ["--raise"] and int(reached) > floor:
        raise_floor(int(reached))
        floor = int(reached)
    print(f"Coverage {reached:.2f} %, floor {floor} %.")
    if reached < floor:
        print("Coverage fell below the floor: test what was added.", file=sys.stderr)
        return 1
    if reached >= floor + SLACK_PERCENT:
        print("The floor can rise: make floor.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
