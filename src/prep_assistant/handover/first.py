"""Whether this start is the user's first; a later one hands its file over and ends."""

from pathlib import Path
from time import monotonic, sleep

from prep_assistant.handover.claim import Claim, claim_window, find_door

# The first start says where it listens when its window is shown: until then a later one waits.
_PATIENCE = 5.0
_BETWEEN_TRIES = 0.1


class NoAnswer(Exception):
    """Another process of this user has the window and does not answer."""


def claim_or_hand_over(folder: Path, order_file: Path | None) -> Claim | None:
    """The claim of a first start; ``None`` when the first start took the file and came forward.

    Args:
        folder: the user's own, the same at each start.
        order_file: the order to open.

    Raises:
        NoAnswer: neither.
        OSError: nothing can be written or locked in the folder.
    """
    end = monotonic() + _PATIENCE
    while monotonic() < end:
        claim = claim_window(folder)
        if claim is not None:
            return claim
        if _is_handed_over(find_door(folder), order_file):
            return None
        sleep(_BETWEEN_TRIES)
    raise NoAnswer


def _is_handed_over(door: str, order_file: Path | None) -> bool:
    if not door:
        return False
    from prep_assistant.handover.asking import ask_to_come_forward  # noqa: PLC0415 - Qt's network, for a later start

    return ask_to_come_forward(door, order_file)
