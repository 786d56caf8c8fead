"""What a bag label says, block by block.

Source: design.md, "The bag label"; clinical.md, section 6.
"""

from collections.abc import Iterator, Mapping, Sequence

from prep_assistant.calculation import Monograph, Order, Preparation
from prep_assistant.formulary import Site
from prep_assistant.frozen import replace
from prep_assistant.paper.content.blocks import Block, Kind, Run, blanks_block, text_block
from prep_assistant.paper.content.names import (
    NOT_APPROVED,
    cycle,
    drug_name,
    given_at,
    moment,
    patient_identity,
    patient_name,
    site_and_telephone,
)
from prep_assistant.paper.content.subject import Subject
from prep_assistant.quantities import display, display_date, round_to_places
from prep_assistant.quantities.display import NO_BREAK_SPACE

CODE_CAPTION = "pharmacy check – not for bedside"
CUT_OUT = "Print at actual size and cut along the frame."
_DIGEST_DIGITS = 12
_LOT_INK, _EXPIRY_INK = 4, 3

Blocks = Mapping[str, tuple[Block, ...]]


def label_blocks(subject: Subject) -> Blocks:
    """All blocks of a label by name; which of them a size carries, and in which order, is data."""
    blocks = [
        *_head(subject.order, subject.monograph),
        *_dose(subject.preparation),
        *_bag(subject.preparation, subject.monograph),
        *_pharmacy(subject),
        *_blanks(subject.preparation),
        _site(subject.site),
        *_reasons(subject.reasons),
    ]
    return {name: tuple(block for block in blocks if block.name == name) for name in {block.name for block in blocks}}


def numbered(blocks: Sequence[Block], number: int, count: int) -> list[Block]:
    """The blocks of one of several labels: behind the order number stands which of them it is."""
    which = f"label {display(number)} of {display(count)}".replace(" ", NO_BREAK_SPACE)
    text = f" ·{NO_BREAK_SPACE}{which}"
    return [_with_ending(block, text) if block.name == "order" else block for block in blocks]


def _with_ending(block: Block, ending: str) -> Block:
    run = block.runs[0]
    return replace(block, runs=(replace(run, text=run.text + ending),))


def _head(order: Order, monograph: Monograph) -> Iterator[Block]:
    yield Block("banner", Kind.BAND, (Run("banner", NOT_APPROVED),))
    name, identity = patient_name(order.patient), patient_identity(order.patient)
    yield Block("patient", Kind.TEXT, (Run("patient name", name), Run("patient identity", identity)))
    beside = Run("brand", f"({monograph.brand})"), Run("not this", "Not trastuzumab")
    yield Block("drug", Kind.BESIDE, (Run("drug", drug_name(monograph)), *beside))


def _dose(preparation: Preparation) -> Iterator[Block]:
    yield Block("dose", Kind.BOX, (Run("dose", display(preparation.prepared.value)), Run("route", "IV infusion")))
    written = preparation.written
    if written is not None and written != preparation.prepared.value:
        yield text_block("written", f"Written on the order: {display(written)}")


def _bag(preparation: Preparation, monograph: Monograph) -> Iterator[Block]:
    final = preparation.final_volume.value
    about = display(round_to_places(final.value, 0), final.unit)
    fluid = f"in {preparation.bag_fluid.value}, {display(preparation.bag_volume.value)} bag"
    volume = f"final volume {display(final)}".replace(" ", NO_BREAK_SPACE)
    yield text_block("bag", f"{fluid} · {volume}")
    yield text_block("whole bag", f"Give the whole bag (about {about})")
    rate = display(preparation.rate_ml_per_h.value, preparation.rate_ml_per_h.unit)
    yield text_block("rate", f"Infuse over {_minutes(preparation.minutes.value)} (about {rate})")
    observe = _minutes(preparation.observe_minutes.value)
    yield text_block("observe", f"Observe for {observe} afterwards. Watch the site for infiltration.")
    yield text_block("filter", f"Filter: {preparation.filter.value}")
    before = moment(preparation.bag_use_by.value)
    yield Block("start before", Kind.BOX, (Run("start before", f"Start infusion before {before}"),))
    yield text_block("storage", f"Single-dose bag. {monograph.storage.value}")
    hazard = Run("hazard", "CYTOTOXIC · IV INFUSION ONLY")
    only = f"{monograph.brand} only, do not substitute · Sodium chloride only", "Do not mix with other medicines"
    yield Block("warnings", Kind.TEXT, (hazard,))
    yield Block("handling", Kind.TEXT, tuple(Run("warnings", text) for text in only))


def _pharmacy(subject: Subject) -> Iterator[Block]:
    order, plan, preparation = subject.order, subject.plan, subject.preparation
    weight = f"{display(preparation.weight)} (measured {display_date(order.weight_measured_on)})"
    level = f"{display(preparation.level)} × {weight} · {cycle(order, subject.monograph)} ({order.indication})"
    yield Block("level", Kind.SECTION, (Run("level", level),))
    drawn = f"{display(preparation.volume.value)} of {display(preparation.reconstituted.value)}"
    yield text_block("volume drawn", f"Volume drawn {drawn}")
    begins = moment(given_at(order))
    yield text_block("times", f"Prepared (as planned) {moment(order.prepare_at)} · for {begins}")
    yield text_block("order", f"Order{NO_BREAK_SPACE}{plan.order_id}")
    label = plan.monograph
    digest = label.digest.rpartition(":")[2][:_DIGEST_DIGITS]
    yield text_block("formulary", f"Formulary {label.id}, revision {label.revision}, digest {digest}")


def _blanks(preparation: Preparation) -> Iterator[Block]:
    """What is written by hand."""
    for vials in preparation.vials:
        for _ in range(vials.count):
            yield blanks_block("vials", (f"{display(vials.strength)} vial, lot", _LOT_INK), ("expiry", _EXPIRY_INK))
    yield blanks_block("prepared by", ("Prepared by", 1))
    yield blanks_block("checked by", ("Checked by", 1))
    yield blanks_block("prepared and checked by", ("Prepared by", 1), ("checked by", 1))


def _site(site: Site) -> Block:
    """Who answers questions about the bag; written by hand where the site's policy does not say it."""
    if not site.name:
        return blanks_block("site", ("Site", 1), ("telephone", 1))
    return text_block("site", site_and_telephone(site), role="blank")


def _reasons(reasons: Mapping[str, str]) -> Iterator[Block]:
    for code, text in sorted(reasons.items()):
        yield text_block("reasons", f"Reason, {code}: {text}")
    if reasons:
        yield text_block("reasons elsewhere", "Reasons: see the worksheet", role="reasons")


def _minutes(minutes: int) -> str:
    return display(minutes, "min")
