"""``settings``."""

import sys
from argparse import Namespace
from dataclasses import fields

from prep_assistant.cli.ending import READY, Refusal
from prep_assistant.settings import SettingsError, load_settings
from prep_assistant.settings.kinds import write_value
from prep_assistant.settings.schema import key_of

_NOT_SET = "(none)"


def print_settings(options: Namespace) -> int:
    """``settings [--origin]``: every setting in force, one a line, with ``--origin`` where it came from."""
    try:
        loaded = load_settings(options.set)
    except SettingsError as error:
        raise Refusal(str(error)) from error
    values = {key_of(entry.name): getattr(loaded.settings, entry.name) for entry in fields(loaded.settings)}
    lines = {key: f"{key} = {_NOT_SET if value is None else write_value(value)}" for key, value in values.items()}
    width = max(map(len, lines.values()))
    for key, line in lines.items():
        text = f"{line:{width}}  # {loaded.origins[key]}" if options.origin else line
        sys.stdout.buffer.write(text.encode(errors="replace") + b"\n")
    return READY
