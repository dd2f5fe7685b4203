"""`python -m bot`, which is `lien`."""

import sys

from bot.command_line import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
