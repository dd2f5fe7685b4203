"""A third messenger, made after docs/CHANNELS.md alone: slips of paper that lie in two folders.

Somebody carries them, as the gateway of an old telephone does: short, no buttons, files or edits.
"""

NAME = "slips"
