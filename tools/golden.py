"""The golden plans: what the program has answered, kept for ever in tests/golden/plans.jsonl.

"make golden" records a plan for every order that has none, and the new plan of every order that is answered otherwise
now; never where the second engine says something else. An old plan stays below the new one. A recording that changes
plans counts only once CHANGELOG.md says so under "Clinical impact", in the words that this prints.

A line of the file is one order with its plans, the first recorded first: {"name", "order", "plans": [{"recording",
"plan"}]}. A plan here is what both engines say: status, findings by code and severity, preparation. Words are left out,
and so is the formulary's digest, which changes with every edit of a note.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from prep_assistant.formulary import Formulary, load_formulary
from prep_assistant.selftest import ask_both

FILE = Path(__file__).resolve().parent.parent / "tests" / "golden" / "plans.jsonl"
Plan = dict[str, Any]


@dataclass(frozen=True)
class Golden:
    """An order with the plans that were recorded of it, each with the number of its recording."""

    name: str
    order: dict[str, Any]
    plans: tuple[tuple[int, Plan], ...]

    def plan_at(self, recording: int) -> Plan | None:
        """The plan that held at a recording; ``None`` before the first."""
        return next((plan for number, plan in reversed(self.plans) if number <= recording), None)


class EnginesDisagree(Exception):
    """A plan that the second engine does not confirm: it is not recorded."""


def read_golden() -> list[Golden]:
    """The golden plans in the order of the file."""
    lines = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    return [
        Golden(line["name"], line["order"], tuple((it["recording"], it["plan"]) for it in line["plans"]))
        for line in lines
    ]


def last_recording(all_golden: Iterable[Golden]) -> int:
    """The number of the newest recording, 0 before the first."""
    return max((number for golden in all_golden for number, _ in golden.plans), default=0)


def digest(all_golden: Iterable[Golden], recording: int) -> str:
    """What the golden plans were at a recording, in one number."""
    held = [[it.name, it.order, plan] for it in all_golden if (plan := it.plan_at(recording)) is not None]
    text = json.dumps(sorted(held, key=lambda row: str(row[0])), ensure_ascii=False, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def list_changed(all_golden: Iterable[Golden], recording: int) -> list[str]:
    """The names of the plans that a recording changed; new ones are not among them."""
    return [it.name for it in all_golden if any(number == recording for number, _ in it.plans[1:])]


def changelog_entry(all_golden: Sequence[Golden], recording: int) -> str:
    """What CHANGELOG.md has to say of a recording under "Clinical impact", before the reason."""
    changed = "; ".join(f"“{name}”" for name in list_changed(all_golden, recording)) or "none, some are new"
    return f"- Golden plans, recording {recording}, `{digest(all_golden, recording)}`. Changed: {changed}."


def answer(order: dict[str, Any], formulary: Formulary) -> Plan:
    """The plan of an order, as both engines make it.

    Raises:
        EnginesDisagree: they do not.
    """
    answers = ask_both(order, formulary.monograph, formulary.policy)
    different = list(answers.differences())
    if different:
        raise EnginesDisagree("; ".join(different))
    made: Plan = json.loads(json.dumps(answers.computed))
    return made


def record(all_golden: Iterable[Golden], recording: int, formulary: Formulary) -> list[Golden]:
    """The golden plans with what is answered now, where that is new.

    Raises:
        EnginesDisagree: the engines differ on one of the orders; nothing is recorded then.
    """
    recorded = []
    for golden in all_golden:
        plan = answer(golden.order, formulary)
        is_new = not golden.plans or golden.plans[-1][1] != plan
        recorded.append(replace(golden, plans=(*golden.plans, (recording, plan))) if is_new else golden)
    return recorded


def write_golden(all_golden: Iterable[Golden]) -> None:
    """Writes the file, one order on each line."""
    lines = [
        {
            "name": it.name,
            "order": it.order,
            "plans": [{"recording": number, "plan": plan} for number, plan in it.plans],
        }
        for it in all_golden
    ]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    FILE.write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    """Records and says what the changelog has to say."""
    before = read_golden()
    recording = last_recording(before) + 1
    try:
        recorded = record(before, recording, load_formulary())
    except EnginesDisagree as error:
        print(f"Nothing recorded, the engines disagree: {error}", file=sys.stderr)
        return 1
    if recorded == before:
        print(f"All {len(before)} golden plans are as they were.")
        return 0
    write_golden(recorded)
    print(f"Recording {recording}. For CHANGELOG.md, Unreleased, Clinical impact, and behind it old → new and why:")
    print(changelog_entry(recorded, recording))
    return 0


if __name__ == "__main__":
    sys.exit(main())
