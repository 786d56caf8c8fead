"""Opens the window as the command does, with an order if one is named, and answers as its twin does.

The whole command runs, and loads what it loads in its own order; only where it would hand over to Qt's event loop for
good, the loop turns in ``bench.window_answers`` instead, until nothing waits.
"""

import sys
from functools import partial
from typing import TYPE_CHECKING

from prep_assistant import bootstrap, cli

if TYPE_CHECKING:
    from collections.abc import Callable

    from prep_assistant.ui.views.window import PrepareWindow


def main(orders: list[str]) -> int:
    """Runs the command; of an order it tells when its plan is painted."""
    bootstrap.__dict__["make_window"] = partial(_make_window, bootstrap.make_window, has_order=bool(orders))
    return cli.main(["open", *orders] if orders else [])


def _make_window(make: "Callable[..., PrepareWindow]", *arguments: object, has_order: bool) -> "PrepareWindow":
    """The window, and the event loop prepared for it."""
    window = make(*arguments)
    from bench.window_answers import take_event_loop  # noqa: PLC0415 - Qt is loaded by the program, not before it

    take_event_loop(window, has_order=has_order)
    return window


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
