"""What the findings say is what was read and agreed to; "python -m tools.words" writes it anew."""

import json

import pytest

from prep_assistant.formulary import load_formulary
from tools import words

SAID = words.collect_words(load_formulary())
READ = json.loads(words.FILE.read_text("utf-8"))


def test_no_sentence_is_new_or_gone() -> None:
    assert SAID.keys() == READ.keys()


@pytest.mark.parametrize("sentence", READ)
def test_a_finding_says_what_was_read(sentence: str) -> None:
    assert SAID.get(sentence) == READ[sentence]
