"""What an order is read, planned and shown with: one setting for each jurisdiction, made when its first order comes."""

from collections.abc import Mapping

from prep_assistant.calculation import Jurisdiction
from prep_assistant.formulary import Formularies, Formulary, FormularyError
from prep_assistant.frozen import frozen
from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.entries import ROW_ENTRIES, Entry, list_entries, with_decimal_mark
from prep_assistant.ui.viewmodels.identity import IdentityState, make_identity
from prep_assistant.ui.viewmodels.offsets import OffsetsAt
from prep_assistant.ui.viewmodels.reasons import ReasonList


@frozen
class Setting:
    """What an order of one jurisdiction is read, planned and shown with."""

    formulary: Formulary
    reasons: ReasonList
    strengths: tuple[int, ...]
    entries: Mapping[str, Entry]
    row_entries: tuple[Entry, ...]
    identity: IdentityState
    offsets_at: OffsetsAt


class JurisdictionSettings:
    """The setting of each jurisdiction, made once."""

    def __init__(self, formularies: Formularies, reasons: ReasonList, offsets_at: OffsetsAt) -> None:
        self._formularies, self._reasons, self._offsets_at = formularies, reasons, offsets_at
        self._made: dict[Jurisdiction, Setting] = {}

    def get(self, jurisdiction: Jurisdiction) -> Setting:
        """The setting that holds in a jurisdiction.

        Raises:
            FormularyError: its formulary is damaged.
        """
        if jurisdiction not in self._made:
            formulary = self._formularies.get(jurisdiction)
            monograph = formulary.monograph
            strengths = tuple(int(vial.strength.value) for vial in monograph.vials)
            mark = formulary.site.decimal_mark
            self._made[jurisdiction] = Setting(
                formulary,
                self._reasons,
                strengths,
                {name: with_decimal_mark(entry, mark) for name, entry in list_entries(strengths).items()},
                tuple(with_decimal_mark(entry, mark) for entry in ROW_ENTRIES),
                make_identity(monograph),
                self._offsets_at,
            )
        return self._made[jurisdiction]


def say_unusable(jurisdiction: Jurisdiction, error: FormularyError) -> str:
    """What is said of an order whose label cannot be used."""
    return tr(
        "The {jurisdiction} label cannot be used. {why}. The order is as it was.", jurisdiction=jurisdiction, why=error
    )
