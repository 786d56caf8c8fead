"""What the findings say, word for word: tests/golden/words.json, written by "python -m tools.words" and read by people.

One message for each sentence that the rules can say, taken from the first golden order that makes them say it, with
its source and its values. A change of wording is a change of that file, to be read in the difference.
"""

import json
from pathlib import Path
from typing import Any

from prep_assistant.calculation import Finding, plan
from prep_assistant.documents import read_order
from prep_assistant.formulary import Formulary, load_formulary
from tools.golden import read_golden

FILE = Path(__file__).resolve().parent.parent / "tests" / "golden" / "words.json"
Words = dict[str, dict[str, Any]]


def collect_words(formulary: Formulary) -> Words:
    """Every sentence once, by the finding's code and the order that it is about."""
    said: Words = {}
    known: set[tuple[str, str, str]] = set()
    for golden in read_golden():
        order = read_order(json.dumps(golden.order).encode())
        for finding in plan(order, formulary.monograph, formulary.policy).findings:
            sentence = finding.code, finding.severity, finding.template + " ".join(sorted(finding.plain_values()))
            if sentence not in known:
                known.add(sentence)
                said[f"{finding.code}: {golden.name}"] = _words(finding)
    return dict(sorted(said.items()))


def _words(finding: Finding) -> dict[str, Any]:
    return {
        "severity": str(finding.severity),
        "message": finding.message.replace("\u00a0", " "),
        "source": finding.source,
        "values": finding.plain_values(),
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(collect_words(load_formulary()), ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"Wrote {FILE.name}: read what changed.")
