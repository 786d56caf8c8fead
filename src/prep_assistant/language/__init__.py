"""The words of the screen, in the language of whoever reads them.

English is what stands in the code. ``phrase`` marks a text that somebody else will show; ``tr`` shows it. Numbers,
dates and the medicine's names go through as values, so that no language can change them.

What leaves the program is never translated: JSON, labels, worksheets, logs and the answers of the command line.
"""

from prep_assistant.language.catalogue import (
    CATALOGUES,
    NAMES,
    find_language,
    get_language,
    say_in,
    split_sentences,
    tr,
    use_catalogue,
    use_language,
)
from prep_assistant.language.phrase import Phrase, enumerate_alternatives, enumerate_phrases, phrase

__all__ = [
    "CATALOGUES",
    "NAMES",
    "Phrase",
    "enumerate_alternatives",
    "enumerate_phrases",
    "find_language",
    "get_language",
    "phrase",
    "say_in",
    "split_sentences",
    "tr",
    "use_catalogue",
    "use_language",
]
