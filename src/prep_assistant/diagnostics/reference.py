"""The number by which a person names a crash report on the telephone."""

import re
from datetime import datetime
from typing import Self

from prep_assistant.frozen import frozen

# Without letters and digits that are mistaken for one another when read aloud or copied by hand.
_LETTERS = "ACDEFHJKLMNPQRTUVWXY3479"
_FORM = re.compile(rf"\d{{8}}-\d{{6}}-[{_LETTERS}]{{4}}")


@frozen
class Reference:
    """Day, time and four letters by chance, as "20261122-090000-KX7P".

    Raises:
        ValueError: another form, so that no other text can stand in its place.
    """

    text: str

    def __post_init__(self) -> None:
        if not _FORM.fullmatch(self.text):
            raise ValueError("a reference is YYYYMMDD-HHMMSS and four letters")

    @classmethod
    def new(cls, at: datetime) -> Self:
        """A reference that no other report has."""
        import secrets  # noqa: PLC0415 - loaded with the first report, not at every start

        return cls(f"{at:%Y%m%d-%H%M%S}-" + "".join(secrets.choice(_LETTERS) for _ in range(4)))

    def __str__(self) -> str:
        return self.text


def find_references(text: str) -> tuple[Reference, ...]:
    """Every reference that stands in a text, in order."""
    return tuple(Reference(found) for found in _FORM.findall(text))
