"""What a paper is about."""

from collections.abc import Mapping

from prep_assistant.calculation import Monograph, Order, Plan, Preparation
from prep_assistant.formulary import Site
from prep_assistant.frozen import field, frozen
from prep_assistant.paper.errors import PlanStopped


@frozen
class Subject:
    """One preparation as it goes onto paper. ``reasons`` stand by the code of the finding they answer."""

    order: Order
    plan: Plan
    preparation: Preparation
    reasons: Mapping[str, str] = field(repr=False)
    site: Site

    @property
    def monograph(self) -> Monograph:
        """The monograph the plan was made with: a paper can follow no other."""
        return self.plan.monograph


def get_subject(order: Order, plan: Plan, reasons: Mapping[str, str], site: Site) -> Subject:
    """The subject of a paper.

    Raises:
        PlanStopped: the plan has no preparation.
    """
    if plan.preparation is None:
        raise PlanStopped
    return Subject(order, plan, plan.preparation, reasons, site)
