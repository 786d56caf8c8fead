"""The night in which clocks are changed: a typed time is asked about wherever its offset would be a guess.

An offset that somebody typed, or that an opened file names, is taken at its word.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from prep_assistant.language import phrase, tr
from prep_assistant.quantities import display_instant
from prep_assistant.ui.viewmodels.draft import Draft

_WRITE_IT = phrase("Write that on the label.")
OffsetsAt = Callable[[datetime], tuple[str, ...]]
# Longer than any change of the clock: on either side of it the offsets are those before and after.
_ASIDE = timedelta(hours=4)


def question_offsets(draft: Draft, values: Mapping[str, Any], offsets_at: OffsetsAt) -> dict[str, str]:
    """What is to be asked about the typed times, by entry.

    Args:
        draft: what was typed, and which offset nobody typed.
        values: every entry as it was read.
        offsets_at: the offsets at which clocks here show a day and time.
    """
    questions: dict[str, str] = {}
    if not {"prepare_on", "prepare_time", "prepare_offset"} <= values.keys():
        return questions
    prepare = _wall(values["prepare_on"], values["prepare_time"])
    offset = _plain(values["prepare_offset"])
    _ask(questions, "prepare", prepare, offset, offsets_at, is_typed="prepare_offset" not in draft.assumed)
    if "administer_time" in values:
        give = _wall(values.get("administer_on", values["prepare_on"]), values["administer_time"])
        # Left empty it is the preparation's; where that is of another place, clocks here say nothing about it.
        is_typed = "administer_offset" in values or offset not in offsets_at(prepare)
        offset = _plain(values.get("administer_offset", offset))
        _ask(questions, "administer", give, offset, offsets_at, is_typed=is_typed)
    return questions


def say_changed_clock(prepare_at: datetime, use_by: datetime, offsets_at: OffsetsAt) -> str:
    """That clocks here are changed before the use-by, and what they will show; "" when they are not.

    Every paper keeps to the clock of the preparation: 24 h later by that clock is not what the wall shows by then.
    """
    wall, own = use_by.replace(tzinfo=None), use_by.isoformat(timespec="seconds")[19:]
    shown = offsets_at(wall)
    if shown == (own,) or own not in offsets_at(prepare_at.replace(tzinfo=None)):
        return ""
    if own in shown:
        hour = f"{wall:%H:%M}"
        if own == shown[0]:
            said = tr("{hour} comes twice before the use-by: the first of them is meant.", hour=hour)
        else:
            said = tr("{hour} comes twice before the use-by: the second of them is meant.", hour=hour)
        return f"{said} {tr(_WRITE_IT)}"
    other = (shown or offsets_at(wall + _ASIDE))[0]
    then = display_instant(use_by.astimezone(datetime.fromisoformat(f"{wall.isoformat()}{other}").tzinfo))
    said = tr(
        "Clocks are changed before the use-by: they show {then} when {use_by} of the label has come.",
        then=then,
        use_by=display_instant(use_by),
    )
    return f"{said} {tr(_WRITE_IT)}"


def _ask(  # noqa: PLR0913 - one time with all that is known of it
    questions: dict[str, str], act: str, wall: datetime, offset: str, offsets_at: OffsetsAt, *, is_typed: bool
) -> None:
    shown, hour = offsets_at(wall), f"{wall:%H:%M}"
    if not shown:
        if not is_typed or offset in {*offsets_at(wall - _ASIDE), *offsets_at(wall + _ASIDE)}:
            question = tr("No clock here shows {hour} on this day: it is left out. Correct the time.", hour=hour)
            questions[f"{act}_time"] = question
    elif is_typed:
        pass
    elif len(shown) > 1:
        first, second = shown
        questions[f"{act}_offset"] = tr(
            "{hour} comes twice on this day. Type {first} for the first of them, {second} for the second.",
            hour=hour,
            first=first,
            second=second,
        )
    elif offset != shown[0]:
        questions[f"{act}_offset"] = tr(
            "Clocks here are at {shown} by then, not at {offset}. Type the one that is meant.",
            shown=shown[0],
            offset=offset,
        )


def _wall(day: Any, text: str) -> datetime:  # noqa: ANN401 - a date, as it was read
    return datetime.combine(day, time.fromisoformat(text))


def _plain(offset: str) -> str:
    return "+00:00" if offset in {"Z", "-00:00"} else offset
