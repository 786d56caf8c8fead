"""The formulary of each order: its jurisdiction picks it, and nothing else does."""

from collections.abc import Sequence
from pathlib import Path

from prep_assistant.calculation import Jurisdiction
from prep_assistant.formulary.loading import Formulary, load_formulary
from prep_assistant.formulary.site_policy import PolicyFile, apply_policy


class Formularies:
    """The formulary of each jurisdiction under one site's policy, read when it is first asked for and kept.

    Args:
        policy: the files of the site's policy: machine-wide, then the user's.
        folder: where to read instead of the installed resources.
    """

    def __init__(self, policy: Sequence[PolicyFile] = (), folder: Path | None = None) -> None:
        self._policy, self._folder = policy, folder
        self._read: dict[Jurisdiction, Formulary] = {}

    def get(self, jurisdiction: Jurisdiction) -> Formulary:
        """The formulary that holds in a jurisdiction.

        Raises:
            FormularyError: it is damaged; that of the other jurisdiction may be sound.
            PolicyError: the site's policy moves what it may not.
        """
        if jurisdiction not in self._read:
            self._read[jurisdiction] = apply_policy(load_formulary(jurisdiction, self._folder), self._policy)
        return self._read[jurisdiction]
