"""The formulary of each order: its jurisdiction picks it, and nothing else does."""

from importlib.resources.abc import Traversable

from prep_assistant.calculation import Jurisdiction
from prep_assistant.formulary.loading import Formulary, load_formulary


class Formularies:
    """The formulary of each jurisdiction, read when it is first asked for and kept.

    Args:
        folder: where to read instead of the installed resources.
    """

    def __init__(self, folder: Traversable | None = None) -> None:
        self._folder = folder
        self._read: dict[Jurisdiction, Formulary] = {}

    def get(self, jurisdiction: Jurisdiction) -> Formulary:
        """The formulary that holds in a jurisdiction.

        Raises:
            FormularyError: it is damaged; that of the other jurisdiction may be sound.
        """
        if jurisdiction not in self._read:
            self._read[jurisdiction] = load_formulary(jurisdiction, self._folder)
        return self._read[jurisdiction]
