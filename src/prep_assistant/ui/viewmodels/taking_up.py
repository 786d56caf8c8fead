"""What an earlier run kept, put back on the page; what cannot be read is set aside and never written over."""

from datetime import datetime

from prep_assistant.draft_file import DraftFile
from prep_assistant.language import tr
from prep_assistant.quantities import display_date
from prep_assistant.ui.viewmodels.draft_keeping import DraftKeeping
from prep_assistant.ui.viewmodels.draft_text import DraftRefused, Kept, read_kept
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel


def take_up(content: bytes, model: PrepareViewModel, file: DraftFile, keeping: DraftKeeping, now: datetime) -> None:
    """Fills the page from a kept draft, and says so; a draft that is refused is set aside, and that is said.

    Args:
        content: what was kept.
        model: the page.
        file: where it was kept.
        keeping: who keeps the page from now on.
        now: the time, with its offset.

    Raises:
        OSError: a draft that is refused cannot be set aside: whoever keeps another would write over it.
    """
    try:
        kept = read_kept(content, model.setting.entries)
    except DraftRefused as refused:
        aside = file.set_aside(now)
        said = tr(
            "A draft was found that {defect}. Nothing was taken from it; it lies in {file}.",
            defect=refused.defect,
            file=aside,
        )
        model.say(said, failed=True)
        return
    model.take_up(kept.typed)
    keeping.hold(model.typed)
    model.say(say_taken_up(kept, now))


def say_taken_up(kept: Kept, now: datetime) -> str:
    """What is said of a draft that was taken up."""
    until = kept.until.astimezone(now.tzinfo)
    words = tr("Compare every entry with the original order. New order empties the page and removes the draft.")
    hour = f"{until:%H:%M}"
    if until.date() == now.date():
        return f"{tr('Taken up again: what was typed until {hour}.', hour=hour)} {words}"
    said = tr(
        "Taken up again: what was typed until {day}, {hour}. Mind the day of the preparation.",
        day=display_date(until.date()),
        hour=hour,
    )
    return f"{said} {words}"
