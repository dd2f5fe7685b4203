"""`lien lessons check [DIR]`: whether files of lessons can be given to people."""

import argparse
from pathlib import Path

from bot.settings import Settings, WrongSetting
from messages import lesson_faults as say
from messages.lessons import FOLDER, built_in
from messages.lessons.checking import Checked, check_folder
from messages.wording import Words

DONE, FAULTY = 0, 1


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        type=Path,
        help="the folder; else LIEN_LESSONS_DIR, else the lessons that come along",
    )
    parser.epilog = "Exit code 0 when nothing is wrong, 1 when something is. See docs/LESSONS.md."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    words = Words(settings.language)
    own = asked.folder or (Path(settings.lessons_dir) if settings.lessons_dir else None)
    try:
        checked = check_folder(FOLDER) if own is None else check_folder(own, built_in())
    except OSError as error:
        raise WrongSetting(f"{own}: {error.strerror}") from None
    for fault in checked.faults:
        print(say.fault_said(words, fault))
    if checked.faults:
        print(say.faults_in_all(words, len(checked.faults)))
        return FAULTY
    tips = 0 if checked.tips is None else len(checked.tips.data["tips"])
    print(say.all_well(words, len(checked.lessons), tips))
    if own is not None:
        _say_what_is_new(words, checked)
    return DONE


def _say_what_is_new(words: Words, checked: Checked) -> None:
    come_along = {each.code for each in built_in()}
    files = [*checked.lessons, *([checked.tips] if checked.tips else [])]
    replaces = [each for each in files if each is checked.tips or each.code in come_along]
    adds = [each for each in files if each not in replaces]
    if replaces:
        print(say.replaced(words, ", ".join(each.path.name for each in replaces)))
    if adds:
        print(say.added(words, ", ".join(each.path.name for each in adds)))
