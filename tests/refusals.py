"""What an unusable order must be told: the field, what came, what was expected, in one line."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.orders import Order, full_order
from tests.program import plan_lines


@dataclass(frozen=True)
class Broken:
    """An order that must be refused.

    Attributes:
        name: what is wrong with it, for the test's id.
        order: the order, or its raw text.
        field: the path that the refusal must name.
        came: what the refusal must show of the value; empty where nothing is promised.
    """

    name: str
    order: Order | str | bytes
    field: str
    came: str = ""


def as_line(order: Order | str | bytes) -> str | bytes:
    """Return the order as the text of one line."""
    return json.dumps(order) if isinstance(order, dict) else order


def refuse_all(broken: Sequence[Broken]) -> dict[str, dict[str, Any]]:
    """Return the answer to each broken order, by name; a sound order before and after them must be planned alike."""
    assert len({one.name for one in broken}) == len(broken)
    sound = json.dumps(full_order())
    first, *answers, last = plan_lines([sound, *(as_line(one.order) for one in broken), sound])
    assert first == last
    assert first["schema"] == "prep-assistant/plan/1"
    assert [answer.get("line", number) for number, answer in enumerate(answers, 2)] == [*range(2, len(answers) + 2)]
    return dict(zip((one.name for one in broken), answers, strict=True))


def assert_refusal(message: str, broken: Broken) -> None:
    """Assert that the message is one line that names the field, shows what came and says what was expected."""
    assert len(message.splitlines()) == 1, message
    assert not {unicodedata.category(letter) for letter in message} & {"Cc", "Cf", "Cs", "Cn"}, ascii(message)
    assert "Traceback" not in message
    assert len(message) < 1000
    assert _names(message, broken.field), f"{broken.field} is not named: {message}"
    assert _shows(message, broken.came), f"{broken.came} is not shown: {message}"
    assert "expected" in message.casefold(), message


def assert_refused(answer: dict[str, Any], broken: Broken) -> None:
    """Assert that a line of `plan --lines` was answered with a refusal and nothing else."""
    assert set(answer) == {"line", "error"}, f"accepted: {broken.name}"
    assert_refusal(answer["error"], broken)


def _names(message: str, field: str) -> bool:
    """Say whether the whole path stands in the message, not as a part of a longer one."""
    return re.search(rf"(?<![\w.\]]){re.escape(field)}(?![\w\[]|\.\w)", message) is not None


def _shows(message: str, came: str) -> bool:
    return any(form.casefold() in message.casefold() for form in (came, ascii(came)[1:-1], json.dumps(came)[1:-1]))
