"""A language that nobody speaks: every text marked and two fifths longer; numbers and the medicine's name untouched."""

import re

# What a translator leaves alone: values, mnemonics, figures, the medicine and what it is mistaken for.
_UNTOUCHED = re.compile(r"\{[^}]*\}|&(?=\w)|\S*\d\S*|[Tt]rastuzumab|KADCYLA|Enhertu|Herceptin")
OPEN, CLOSE = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}", "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGER = 1.4


def lengthen(text: str) -> str:
    """The text with marks around it and 40 % more letters, some in it and the rest as words behind it."""
    parts, end = [], 0
    if not _WORD.search(_UNTOUCHED.sub("", text)):
        return text
    for found in _UNTOUCHED.finditer(text):
        parts += [_doubled(text[end : found.start()]), found[0]]
        end = found.end()
    longer = "".join([*parts, _doubled(text[end:])])
    wanting = int(_LONGER * len(text)) - len(longer)
    return f"{OPEN}{longer}{' lorem' * (max(0, wanting) // 6)}{CLOSE}"


def _doubled(text: str) -> str:
    return re.sub("([aeiou])", r"\1\1", text)
