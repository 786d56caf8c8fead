"""Which entry stands where: sections, rows, widths in twelfths, mnemonics. The order here is the tab order."""

from prep_assistant.frozen import frozen
from prep_assistant.language import phrase


@frozen
class Place:
    """An entry's place: its share of the row in twelfths, and its label with the mnemonic marked."""

    name: str
    width: int
    words: str
    hint: str = ""


_DATE = "YYYY-MM-DD"

PATIENT = (
    (Place("order_id", 5, "Order &number"), Place("mrn", 4, "&MRN"), Place("birth_date", 3, "&Born", _DATE)),
    (Place("family_name", 5, "&Family name"), Place("given_name", 4, "&Given name"), Place("height_cm", 3, "Height")),
)
LABEL = Place("jurisdiction", 3, "&Jurisdiction")
ORDER = (
    (Place("product", 12, "&Product as ordered"),),
    (Place("indication", 8, "&Indication"), Place("cycle", 4, "&Cycle")),
    (Place("dose_mg_per_kg", 6, "Dose &level"), Place("dose_mg", 6, "&Written dose")),
    (
        Place("weight_kg", 4, "Weig&ht"),
        Place("weight_measured_on", 5, "Measured", _DATE),
        Place("weight_again", 3, "Again"),
    ),
)
PREPARATION = (
    (
        Place("prepare_on", 5, "Prepare on", _DATE),
        Place("prepare_time", 3, "Prepare at", "HH:MM"),
        Place("prepare_offset", 4, "UTC offset", "+00:00"),
    ),
    (Place("released_by", 6, "&Treatment released by"), Place("bag_fluid", 6, "Bag fluid")),
)
MORE = (
    (
        Place("administer_on", 5, "Give on, if later", _DATE),
        Place("administer_time", 3, "Give at", "HH:MM"),
        Place("administer_offset", 4, "UTC offset", "+00:00"),
    ),
    (Place("earlier_count", 6, "Earlier doses, not listed"), Place("earlier_lowest", 6, "Lowest level of these")),
    (Place("infusion_minutes", 6, "Slower infusion"),),
)
# Rows of the laboratory values, each with the reactions whose row of the label is said below it.
LABORATORY = (
    ((Place("collected_on", 6, "Collected on", _DATE),), ()),
    ((Place("platelets", 5, "Platelets"), Place("platelets_unit", 7, "Counted in")), ("platelets",)),
    ((Place("alt", 5, "ALT"), Place("alt_limit", 7, "Laboratory's upper limit (ULN)")), ("alt",)),
    ((Place("ast", 5, "AST"), Place("ast_limit", 7, "Laboratory's upper limit (ULN)")), ("ast",)),
    (
        (Place("bilirubin", 5, "Bilirubin"), Place("bilirubin_limit", 7, "Laboratory's upper limit (ULN)")),
        ("bilirubin", "liver_injury"),
    ),
    (
        (
            Place("lvef", 4, "LVEF"),
            Place("lvef_measured_on", 5, "Measured", _DATE),
            Place("baseline_lvef", 3, "Baseline"),
        ),
        ("lvef",),
    ),
    (
        (Place("heart_failure", 7, "Symptomatic heart failure"), Place("neuropathy", 5, "Neuropathy grade", "0 to 4")),
        ("heart_failure", "neuropathy"),
    ),
    (
        (Place("ild", 5, "ILD, pneumonitis"), Place("nrh", 7, "Nodular regenerative hyperplasia")),
        ("ild_or_pneumonitis", "nodular_regenerative_hyperplasia"),
    ),
)


def stock_row(strengths: tuple[int, ...]) -> tuple[Place, ...]:
    """The row of the stock: one entry for each strength on the market."""
    width = 12 // len(strengths)
    return tuple(Place(f"stock_{mg}", width, phrase("Vials of {mg} mg in stock", mg=mg)) for mg in strengths)
