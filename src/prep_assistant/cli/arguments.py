"""What can be typed behind the program's name: commands and options, each with the function that it runs.

Source: contract.md, "Commands".
"""

import argparse
from pathlib import Path
from typing import NoReturn

from prep_assistant.cli.ending import LONGEST_NAME, UNUSABLE
from prep_assistant.quantities import visible

_WORDS = {
    "open": "opens the window with an order, in a window that is open already if there is one",
    "plan": "prints the plan of one order as JSON",
    "label": "writes the bag label of one order as PDF",
    "worksheet": "writes the preparation worksheet of one order as PDF",
    "schema": "prints the JSON Schema of orders or of plans",
    "selftest": "proves this installation against a second engine",
    "settings": "prints the settings in force",
    "policy": "prints the site's policy in force",
}


class Parser(argparse.ArgumentParser):
    """Usage errors are one line and exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Ends the program."""
        self.exit(UNUSABLE, f"{self.prog}: {visible(message, LONGEST_NAME)}\n")


def make_parser(unless_named: str) -> Parser:
    """What understands them; ``unless_named`` is what runs when no command was typed."""
    words = (
        "Prepares ado-trastuzumab emtansine (KADCYLA), in the EU trastuzumab emtansine (Kadcyla). "
        "Without a command it opens the window."
    )
    parser = Parser(prog="prep-assistant", description=words, allow_abbrev=False)
    parser.set_defaults(command=unless_named)
    parser.add_argument("--version", action="store_true", help="prints what runs here, with licences")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting for this run")
    commands = parser.add_subparsers(metavar="COMMAND")
    added = {
        name: commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        for name, text in _WORDS.items()
    }
    added["open"].add_argument("file", metavar="FILE", nargs="?", help="an order as JSON")
    for name in ("plan", "label", "worksheet"):
        added[name].add_argument("file", metavar="FILE", help="an order as JSON; - is standard input")
    added["plan"].add_argument("--lines", action="store_true", help="JSON Lines in, JSON Lines out")
    added["plan"].set_defaults(command="plans:print_plan")
    for name, size, words in (("label", None, "the site's, 100x150 built in,"), ("worksheet", "a4", "a4")):
        added[name].add_argument("--output", required=True, type=Path, metavar="OUT.pdf")
        added[name].add_argument("--size", default=size, help=f"{words} unless given")
        added[name].add_argument("--reason", nargs=2, action="append", default=[], metavar=("CODE", "TEXT"))
        added[name].set_defaults(command=f"papers:write_{name}")
    added["schema"].add_argument("kind", choices=("order", "plan"))
    added["schema"].set_defaults(command="plans:print_schema")
    added["selftest"].add_argument("--report", type=Path, metavar="OUT.pdf", help="writes a validation of this site")
    added["selftest"].add_argument("--size", default="a4", help="of the report; a4 unless given")
    added["selftest"].set_defaults(command="proof:selftest")
    added["settings"].add_argument("--origin", action="store_true", help="says where each value comes from")
    added["settings"].set_defaults(command="settings:print_settings")
    added["policy"].add_argument("--origin", action="store_true", help="says unit, bounds and origin of each value")
    added["policy"].set_defaults(command="policy:print_policy")
    return parser
