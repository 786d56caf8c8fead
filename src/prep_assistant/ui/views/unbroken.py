"""What must stay on one line: the medicine's name, and a unit with a stroke in it."""

import re

JOINER = "\u2060"
_NO_BREAK = "\u00a0"
_UNIT_STROKE = re.compile(r"(?<=[a-zµ])/(?=[a-zA-Z])")


def keep_whole(text: str, name: str) -> str:
    """The text with the medicine's name and its units joined, so that no line ends within them.

    Args:
        text: what is to be shown.
        name: the medicine's whole name.
    """
    joined = name.replace(" ", _NO_BREAK).replace("-", f"{JOINER}-{JOINER}")
    return _UNIT_STROKE.sub(f"{JOINER}/{JOINER}", text.replace(name, joined))


def let_break(text: str) -> str:
    """The text as it was before ``keep_whole``: for whoever takes it elsewhere."""
    return text.replace(JOINER, "").replace(_NO_BREAK, " ")
