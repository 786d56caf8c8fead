"""A reason in a pharmacist's own words."""

import unicodedata

from prep_assistant.language import phrase
from prep_assistant.quantities import Refused, parse_text

SHORTEST_REASON = 10
_LONGEST_REASON = 200


def parse_reason(text: str) -> str:
    """A reason that says something, of 10 to 200 characters, counted in NFC, given back as it came.

    Raises:
        Refused: shorter, longer, with blank ends, or with characters that cannot be shown.

    Source: contract.md, ``label --reason``.
    """
    parse_text(text, _LONGEST_REASON)
    if len(unicodedata.normalize("NFC", text)) < SHORTEST_REASON:
        raise Refused(phrase("a reason of {least} to {most} characters", least=SHORTEST_REASON, most=_LONGEST_REASON))
    return text
