"""One order, answered by both engines, and where the answers part."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from prep_assistant.calculation import Monograph, Policy, plan
from prep_assistant.documents import read_order
from prep_assistant.documents.plan_document import plan_members
from prep_assistant.frozen import frozen
from prep_assistant.second_engine import recompute
from prep_assistant.second_engine.figures import Figures

Answer = Mapping[str, Any]


@frozen
class Answers:
    """What the calculation and the second engine say: status, findings as (code, severity), and preparation."""

    computed: Answer
    expected: Answer

    def differences(self) -> Iterator[str]:
        """Each figure on which they differ, by its place in the plan, with both values."""
        return _differences(self.computed, self.expected, "")


def ask_both(order: Mapping[str, Any], monograph: Monograph, policy: Policy, figures: Figures | None = None) -> Answers:
    """What both engines say of an order.

    Args:
        order: a usable order, as decoded from JSON.
        monograph: the first engine's labelled figures.
        policy: its house limits.
        figures: the second engine's own figures, when they are not the packaged ones.
    """
    first = plan_members(plan(read_order(json.dumps(order).encode()), monograph, policy))
    return Answers(_essence(first), _essence(recompute(order, figures)))


def _essence(answer: Mapping[str, Any]) -> Answer:
    """What the contract fixes; words are the first engine's alone."""
    found = tuple((finding["code"], str(finding["severity"])) for finding in answer["findings"])
    return {"status": str(answer["status"]), "findings": found, "preparation": answer["preparation"]}


def _differences(computed: Any, expected: Any, place: str) -> Iterator[str]:  # noqa: ANN401 - any part of an answer
    if isinstance(computed, dict) and isinstance(expected, dict):
        for name in sorted(computed.keys() | expected.keys()):
            inner = f"{place}.{name}" if place else name
            yield from _differences(computed.get(name), expected.get(name), inner)
    elif computed != expected:
        yield f"{place}: {computed} here, {expected} in the second engine"
