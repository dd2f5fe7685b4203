"""Writes docs/transcripts/ anew: every dialogue in both languages, as it is talked.

`.venv/bin/python -m tools.transcripts` walks through all of them in a made-up club.
"""

import asyncio
import sys
import tempfile

from tests.kit.sources import ROOT
from tests.kit.transcripts import LANGUAGES, file_of, transcripts
from tools import words


def main() -> int:
    words.compile_stale()
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            pages = asyncio.run(transcripts(f"sqlite:///{folder}/walked.db", language))
        for room, page in pages.items():
            file = file_of(language, room)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page, encoding="utf-8")
            print(f"{file.relative_to(ROOT)}: {page.count('## ')} dialogues")
    return 0


if __name__ == "__main__":
    sys.exit(main())
