"""What follows from an order before any rule is asked: history, levels, time of infusion, the dose itself."""

from prep_assistant.calculation.infusion import InfusionTime, calculate_infusion_time
from prep_assistant.calculation.monograph import Monograph, Policy
from prep_assistant.calculation.names import Recognised, read_product_name
from prep_assistant.calculation.order import Order, PriorDose
from prep_assistant.calculation.vials import Counts, find_vials
from prep_assistant.frozen import frozen
from prep_assistant.quantities import DoseLevel, Mass, Volume, is_within


@frozen
class Course:
    """What there is to compare with in a history. Levels are as read (3.58 is 3.6).

    Everything is ``None`` before the first dose; the weighed doses also where no weight was listed.
    """

    last: PriorDose | None = None
    last_level: DoseLevel | None = None
    lowest: DoseLevel | None = None
    days_since_last: int = 0
    last_weighed: PriorDose | None = None
    first_weighed: PriorDose | None = None


@frozen
class Case:
    """An order with what follows from it.

    ``given`` counts the doses of the course, ``None`` when not known. When the history may not be compared with,
    ``course`` is empty and ``infusion`` is ``None``; ``is_comparable`` tells that from a first dose.
    """

    order: Order
    monograph: Monograph
    policy: Policy
    given: int | None
    course: Course
    infusion: InfusionTime | None
    calculated: Mass
    exact_volume: Volume
    volume: Volume
    prepared: Mass
    vials: Counts | None
    recognised: Recognised

    @property
    def is_comparable(self) -> bool:
        """Whether the history is known, with valid dates, all of this medicine."""
        return self.infusion is not None


def open_case(order: Order, monograph: Monograph, policy: Policy, *, comparable: bool) -> Case:
    """Everything the rules share, worked out once.

    Args:
        order: the order, parsed.
        monograph: the medicine's labelled figures.
        policy: the house limits.
        comparable: whether the history may be compared with.
    """
    course, infusion = Course(), None
    if comparable:
        course = _read_course(order, monograph, policy)
        infusion = calculate_infusion_time(order, monograph, course.last, course.days_since_last)
    calculated = order.weight * order.level
    exact_volume = calculated / monograph.reconstituted.value
    volume = exact_volume.rounded_down_to(policy.graduation.value)
    prepared = volume * monograph.reconstituted.value
    return Case(
        order=order,
        monograph=monograph,
        policy=policy,
        given=_doses_given(order),
        course=course,
        infusion=infusion,
        calculated=calculated,
        exact_volume=exact_volume,
        volume=volume,
        prepared=prepared,
        vials=find_vials(prepared, monograph.vials, order.stock),
        recognised=read_product_name(order.product, monograph.names),
    )


def read_level(level: DoseLevel, monograph: Monograph, policy: Policy) -> DoseLevel:
    """The label's level that a recorded dose stands for, else the recorded number.

    Source: contract.md, "Findings": within 2 % of its mg/kg, ends included; a recorded 3.58 is 3.6.
    """
    if level in monograph.levels.value:
        return level
    percent = policy.recorded_level_percent.value
    for labelled in monograph.levels.value:
        if is_within(level.value, labelled.value, percent):
            return labelled
    return level


def _doses_given(order: Order) -> int | None:
    if order.prior_doses is None:
        return None
    return len(order.prior_doses) + (order.earlier_doses.count if order.earlier_doses else 0)


def _read_course(order: Order, monograph: Monograph, policy: Policy) -> Course:
    doses = sorted(order.prior_doses or (), key=lambda dose: dose.given_on)
    if not doses:
        return Course()
    levels = [read_level(dose.level, monograph, policy) for dose in doses]
    lowest = min(levels)
    if order.earlier_doses is not None:
        lowest = min(lowest, read_level(order.earlier_doses.lowest, monograph, policy))
    weighed = [dose for dose in doses if dose.weight is not None]
    return Course(
        last=doses[-1],
        last_level=levels[-1],
        lowest=lowest,
        days_since_last=(order.today - doses[-1].given_on).days,
        last_weighed=weighed[-1] if weighed else None,
        first_weighed=weighed[0] if weighed else None,
    )
