"""Walks about words to many: the board's, the officer's, and one that is held."""

from tests.kit.walker import Walk

_SAID = {"text_1": "Mai don nha van hoa"}
# Nga is the commune's officer by now.
WORDS_TO_MANY = (
    Walk("broadcast", "cuc", ("nhan ca cau lac bo", "write to the club"), _SAID),
    Walk("steer_broadcast", "cuc", through=("v:broadcast:", "s:steer_broadcast:")),
    Walk("area_broadcast", "nga", ("nhan cac cau lac bo", "write to the clubs"), _SAID),
)
