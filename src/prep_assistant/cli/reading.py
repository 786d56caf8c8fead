"""What several commands begin with: an order file, and its plan."""

from prep_assistant import bootstrap
from prep_assistant.calculation import Order, Plan, UnusableOrder, plan
from prep_assistant.cli.ending import Refusal
from prep_assistant.documents import read_order
from prep_assistant.documents.files import read_order_file
from prep_assistant.formulary import Formulary, FormularyError


def open_formulary() -> Formulary:
    """The installed formulary with the policy of this site.

    Raises:
        Refusal: one of them is damaged.
    """
    try:
        return bootstrap.open_formulary()
    except FormularyError as error:
        raise Refusal(str(error)) from error


def plan_file(name: str, formulary: Formulary) -> tuple[Order, Plan]:
    """The order in a file ("-" is standard input), and its plan.

    Raises:
        Refusal: the order is unusable.
        OSError: the file cannot be read.
    """
    try:
        order = read_order(read_order_file(name))
    except UnusableOrder as error:
        raise Refusal(str(error)) from error
    return order, plan(order, formulary.monograph, formulary.policy)
