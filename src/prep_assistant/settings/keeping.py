"""What the program remembers for the user: written whole or not at all, and never a patient."""

import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path

from prep_assistant.saving import save
from prep_assistant.settings.files import read_file, user_file
from prep_assistant.settings.kinds import write_value
from prep_assistant.settings.schema import KINDS, parse_setting

_HEAD = """\
# Prep Assistant: the settings of this user. The program writes this file anew when it closes; comments are not kept.
# "prep-assistant settings" lists every key, with "--origin" where its value comes from.
"""
_SHORTEST_WORD = 2


def remember(
    changes: Mapping[str, object], *, patient_words: Collection[str] = (), path: Path | None = None
) -> tuple[str, ...]:
    """Writes settings into the user's file; the others that stand there stay.

    Args:
        changes: values by key; ``None`` takes the key out of the file.
        patient_words: names, number and birth date of whoever is on the screen. A text that holds one is not written: a
            folder may be named after a patient.
        path: the file; the system's place for it when not given.

    Returns:
        The keys that were not written because of a patient's word.

    Raises:
        SettingsError: a key or value is none, or the file is damaged; then it stays as it is.
        OSError: it cannot be written; it stays as it was.
    """
    path = path or user_file()
    withheld = tuple(key for key, value in changes.items() if _names_patient(value, patient_words))
    values = read_file(path)
    for key, value in changes.items():
        if value is None or key in withheld:
            values.pop(key, None)
        else:
            values[key] = parse_setting(str(path), key, value)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, _write(values).encode("utf-8"))
    return withheld


def _names_patient(value: object, patient_words: Collection[str]) -> bool:
    if not isinstance(value, str | Path):
        return False
    text = _bare(str(value))
    return any(len(word) >= _SHORTEST_WORD and _bare(word) in text for word in patient_words)


def _bare(text: str) -> str:
    """The letters without case and accents: some systems write the names of folders in another form."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _write(values: Mapping[str, object]) -> str:
    sections: dict[str, list[str]] = {}
    for key in KINDS:
        if key in values:
            section, _, name = key.partition(".")
            sections.setdefault(section, [f"\n[{section}]\n"]).append(f"{name} = {write_value(values[key])}\n")
    return _HEAD + "".join(line for lines in sections.values() for line in lines)
