"""What was typed as bytes, and back: one line of form and check sum, then JSON. Damage is refused, never half-read."""

import hashlib
import json
from collections.abc import Collection
from datetime import datetime
from types import MappingProxyType
from typing import Any, NoReturn

from prep_assistant.calculation import Decision
from prep_assistant.draft_file import MOST_BYTES
from prep_assistant.frozen import frozen
from prep_assistant.language import phrase
from prep_assistant.ui.viewmodels.draft import ROW_COLUMNS, Draft, History, Row
from prep_assistant.ui.viewmodels.reasons import Answer
from prep_assistant.ui.viewmodels.typed import Answered, Typed

_FORM = "prep-assistant/draft/1"


class DraftRefused(ValueError):
    """A kept draft cannot be taken up; ``defect`` says why, and nothing that stands in it."""

    def __init__(self, defect: str) -> None:
        super().__init__(defect)
        self.defect = defect


@frozen
class Kept:
    """A draft that was kept, and until when its text was typed (with the offset of that moment)."""

    typed: Typed
    until: datetime


def write_kept(kept: Kept) -> bytes:
    """The bytes that read back as the same draft."""
    typed = kept.typed
    body = {
        "until": kept.until.isoformat(timespec="seconds"),
        "order": _write_draft(typed.draft),
        "answered": [
            {
                "finding": answered.code,
                "message": answered.message,
                "chosen": answered.answer.chosen,
                "sentence": answered.answer.sentence,
                # Most reasons are given on what still stands there.
                "order": None if answered.draft == typed.draft else _write_draft(answered.draft),
            }
            for answered in typed.answered
        ],
    }
    # ASCII, so that a lone half of a letter, which a keyboard can send, is kept too.
    content = json.dumps(body, ensure_ascii=True).encode("ascii")
    return f"{_FORM} {hashlib.sha256(content).hexdigest()}\n".encode("ascii") + content


def read_kept(content: bytes, entries: Collection[str]) -> Kept:
    """The draft in these bytes.

    Args:
        content: what ``write_kept`` made.
        entries: the names of the entries there are.

    Raises:
        DraftRefused: another form, damaged, or of a program with other entries.
    """
    head, _, body = content.partition(b"\n")
    form, _, check = head.partition(b" ")
    if len(content) > MOST_BYTES or not form.startswith(b"prep-assistant/draft/"):
        _refuse(phrase("is no draft of this program"))
    if form != _FORM.encode():
        _refuse(phrase("is of another version of this program"))
    if check != hashlib.sha256(body).hexdigest().encode():
        _refuse(phrase("is damaged"))
    try:
        return _read_body(json.loads(body), frozenset(entries))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # Whole, and still none of ours: another program of this name wrote it.
        _refuse(phrase("holds what this version of the program does not know"))


def _refuse(defect: str) -> NoReturn:
    raise DraftRefused(defect) from None


def _write_draft(draft: Draft) -> dict[str, Any]:
    return {
        "entries": dict(draft.texts),
        "history": draft.history.value,
        "rows": [list(row.cells) for row in draft.rows],
        "decisions": [[it.finding, it.decided_by, it.reason] for it in draft.decisions],
        "ticked": sorted(draft.ticked),
        "assumed": sorted(draft.assumed),
    }


def _read_body(body: dict[str, Any], entries: frozenset[str]) -> Kept:
    until = datetime.fromisoformat(body["until"])
    if until.tzinfo is None:
        raise ValueError
    draft = _read_draft(body["order"], entries)
    answered = tuple(
        Answered(
            _text(one["finding"]),
            _text(one["message"]),
            Answer(_text(one["chosen"]), _text(one["sentence"])),
            draft if one["order"] is None else _read_draft(one["order"], entries),
        )
        for one in body["answered"]
    )
    return Kept(Typed(draft, answered), until)


def _read_draft(order: dict[str, Any], entries: frozenset[str]) -> Draft:
    texts = {name: _text(text) for name, text in order["entries"].items()}
    if not entries.issuperset(texts):
        raise ValueError
    rows = tuple(Row(tuple(_text(cell) for cell in cells)) for cells in order["rows"])
    if any(len(row.cells) != len(ROW_COLUMNS) for row in rows):
        raise ValueError
    decisions = tuple(Decision(*map(_text, texts_of_one)) for texts_of_one in order["decisions"])
    ticked, assumed = (frozenset(map(_text, order[name])) for name in ("ticked", "assumed"))
    return Draft(MappingProxyType(texts), History(order["history"]), rows, decisions, ticked, assumed)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
