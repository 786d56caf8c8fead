"""What the findings say is what was read and agreed to; "python -m tools.words" writes it anew."""

import json

from prep_assistant.formulary import load_formulary
from tools import golden, words

READ = json.loads(words.FILE.read_text("utf-8"))


def test_every_finding_says_what_was_read_and_nothing_else() -> None:
    said = words.collect_words(load_formulary())
    assert {name: it for name, it in said.items() if READ.get(name) != it} == {}
    assert READ.keys() - said.keys() == set()


def test_every_code_of_the_golden_plans_has_its_words() -> None:
    codes = {code for it in golden.read_golden() for code, _ in it.plans[-1][1]["findings"]}
    assert {name.partition(":")[0] for name in READ} == codes
