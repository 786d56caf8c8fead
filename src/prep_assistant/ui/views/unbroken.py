"""What must stay on one line: the medicine's name, and a unit with a stroke in it."""

import re

_JOINER = "\u2060"
_UNIT_STROKE = re.compile(r"(?<=[a-zµ])/(?=[a-zA-Z])")


def keep_whole(text: str, name: str) -> str:
    """The text with the medicine's name and its units joined, so that no line ends within them.

    Args:
        text: what is to be shown.
        name: the medicine's whole name.
    """
    joined = name.replace(" ", "\u00a0").replace("-", f"{_JOINER}-{_JOINER}")
    return _UNIT_STROKE.sub(f"{_JOINER}/{_JOINER}", text.replace(name, joined))
