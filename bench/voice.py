"""What reading a question aloud costs: `python -m bench.voice`.

Milliseconds to put it into words, to speak it (by the clock, and of one core's work), and to find
it again once it is kept; seconds of sound and kilobytes sent. With the voice of LIEN_VOICE_COMMAND,
or eSpeak NG.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.voice.kept import KeptRecordings, key_of
from bot.voice.voices import Recording, Voice, chosen_voice
from messages.speech.text import shortened, spoken

ROUNDS = 15
NOW = datetime(2026, 11, 22, tzinfo=UTC)
QUESTIONS = {
    "a short question": "Bác muốn đóng góp bao nhiêu tiền ạ?",
    "a question with four choices": (
        "Bác muốn đóng góp gì ạ?\nBác có thể trả lời:\n1. Đóng phí câu lạc bộ (còn thiếu 50.000 "
        "đồng)\n2. Ủng hộ tiền vào Sổ Tấm lòng vàng\n3. Ủng hộ hiện vật\n4. Góp ngày công"
    ),
    "a read-back with sums and days": (
        "Bác xem lại giúp cháu nhé:\n• Đóng phí: 50.000 đồng (năm mươi nghìn đồng)\n• Từ tháng "
        "2/2026 đến tháng 11/2026\n• Ngày đóng: thứ ba 24/11/2026\n• Đưa tận tay bác Hoàng Văn "
        "Giang, thủ quỹ, số 0912 345 678\nBác có thể trả lời:\n1. Đúng hết\n2. Chưa đúng"
    ),
    "the longest that is read": "Tháng này bác đóng phí 5.000 đồng vào ngày 15/11/2026 ạ.\n" * 30,
}


def milliseconds(act: Callable[[], object]) -> float:
    """The median over the rounds."""
    taken = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        act()
        taken.append((perf_counter() - begun) * 1000)
    return median(taken)


def children_seconds() -> float:
    """What ended child processes have worked, all together."""
    times = os.times()
    return times.children_user + times.children_system


def measure(voice: Voice, text: str, kept: KeptRecordings) -> list[str]:
    """The columns of one question."""
    made: list[Recording] = []
    words = shortened(spoken(text, "vi"))
    wording = milliseconds(lambda: spoken(text, "vi"))
    before = children_seconds()
    speaking = milliseconds(lambda: made.append(asyncio.run(voice.speak(words, "vi"))))
    working = (children_seconds() - before) * 1000 / ROUNDS
    key = key_of(voice.name, "vi", words)
    kept.keep(key, made[0], NOW)
    finding = milliseconds(lambda: kept.find(key, NOW))
    sound = f"{made[0].seconds:.1f}", f"{len(made[0].content) / 1000:.1f}"
    return [f"{wording:.2f}", f"{speaking:.0f}", f"{working:.0f}", f"{finding:.2f}", *sound]


def main() -> None:
    """Prints a table, ready for docs/VOICE.md."""
    voice = chosen_voice(os.environ.get("LIEN_VOICE_COMMAND", ""))
    if voice is None:
        sys.exit("There is no voice: sudo apt-get install espeak-ng opus-tools")
    print("| message | words, ms | new, ms | its CPU, ms | kept, ms | sound, s | kB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for what, text in QUESTIONS.items():
            print(
                f"| {what} |", " | ".join(measure(voice, text, KeptRecordings(Path(folder)))), "|"
            )


if __name__ == "__main__":
    main()
