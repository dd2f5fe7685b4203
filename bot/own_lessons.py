"""An association's own lessons, taken into use before anybody is answered."""

from pathlib import Path

from bot.settings import Settings, WrongSetting
from messages.lesson_faults import fault_said
from messages.lessons import WrongLessons, use_own
from messages.wording import Words


def use_own_lessons(settings: Settings) -> None:
    """Raises WrongSetting with the first fault of the folder in one line."""
    if not settings.lessons_dir:
        return
    try:
        use_own(Path(settings.lessons_dir))
    except WrongLessons as error:
        first = fault_said(Words(settings.language), error.faults[0])
        raise WrongSetting(
            f"LIEN_LESSONS_DIR: {first} – all of it says: lien lessons check {settings.lessons_dir}"
        ) from None
    except OSError as error:
        raise WrongSetting(f"LIEN_LESSONS_DIR: {settings.lessons_dir}: {error.strerror}") from None
