# SPDX-License-Identifier: GPL-2.0-or-later
"""Every key of a scenario, declared once, in the order in which a scenario is written.

Defaults are the dataclasses' own (``document``); a key whose attribute has none is required.
"""

from __future__ import annotations

from ..core.suffixes import ID_SEPARATOR
from ..core.threshold import Direction, MissingRule, Reference
from .document import Aggregate, Areas, KeyLevel, KeyMatch, Measure, Nature, Options, Profile, Scenario, Table
from .kinds import Choice, Flag, ListOf, MapOf, Number, Text, Whole
from .limits import MOST_MEASURES, MOST_PROFILES, MOST_TABLES
from .record import Field, Record
from .special_kinds import Encoding, Marker, OneCharacter, Prefix, ValueColumns
from .threshold_kind import ThresholdRecord
from .value_kind import ValueRecord

TEXT = Text()
GIVEN = Text(blank=False)
TEXTS = ListOf(TEXT)
WEIGHT = Number(least=0, most=1000, decimals=3)

AREAS = Record(
    Areas,
    (
        Field("source", TEXT, "a file relative to the scenario, file|layername=name, or project:NAME"),
        Field("code_field", TEXT, "the field with each area's own code"),
        Field("name_field", TEXT, "the field with each area's name"),
        Field("parent_code_field", TEXT, "the field with the code of the parent, such as the borough"),
        Field("parent_name_field", TEXT, "the field with the name of the parent"),
    ),
)

TABLE = Record(
    Table,
    (
        Field("id", GIVEN, "what measures call the table"),
        Field("source", GIVEN, "a file relative to the scenario, file|layername=sheet, or project:NAME"),
        Field("header_rows", Whole(least=1), "how many rows the column names take up"),
        Field("skip_rows", Whole(least=0), "how many rows come before the header, blank ones counted"),
        Field("encoding", Encoding(), "the text encoding; found when left out"),
        Field("delimiter", OneCharacter(), "what separates the cells; found when left out"),
        Field("decimal", OneCharacter(among=".,"), "the decimal mark; found when left out"),
        Field("missing", ListOf(Marker()), "further cells that mean: no value"),
        Field("key_column", TEXT, "the column with the areas' or parents' keys"),
        Field("key_level", Choice(KeyLevel), "whether a key is an area's or a parent's"),
        Field("key_match", Choice(KeyMatch), "whether keys are codes or names"),
        Field("spread", TEXTS, "the columns of a long table whose values name the new columns"),
        Field("values", ValueColumns(), "a long table's value columns, or “periods”: all named by a period"),
        Field("aggregate", Choice(Aggregate), "how rows of a long table that fall together become one"),
        Field("empty_means_zero", Flag(), "whether a key in the table has 0 where it has no row"),
        Field("key_aliases", MapOf(TEXT), "the table's key: the area's or parent's key"),
        Field("include_keys", TEXTS, "keys added to the reference group “table”"),
        Field("exclude_keys", TEXTS, "keys removed from the reference group “table”"),
        Field("citation", TEXT, "where the table comes from, to be printed"),
        Field("as_of", TEXT, "when the table was published or downloaded"),
    ),
)

MEASURE = Record(
    Measure,
    (
        Field(
            "id",
            Text(blank=False, without=ID_SEPARATOR),
            "the measure's short name, as in the field need_flags",
        ),
        Field("title", TEXT, "the measure's name for people"),
        Field("theme", TEXT, "the group that the measure belongs to"),
        Field("table", TEXT, "the id of the table"),
        Field("unit", TEXT, "what the figures are in"),
        Field("nature", Choice(Nature), "what sort of figure it is"),
        Field("period", TEXT, "the time that the figures are for"),
        Field("source", TEXT, "who publishes the figures"),
        Field("note", TEXT, "what people should know of the figures"),
        Field("value", ValueRecord(), "how the value is worked out from columns"),
        Field("direction", Choice(Direction), "whether high or low values mean need"),
        Field("threshold", ThresholdRecord(), "when an area is above threshold"),
        Field("weight", WEIGHT, "what the measure adds to the score, 0 to 1000 with at most three decimals"),
        Field("reference", Choice(Reference), "the rows that the threshold is worked out over"),
        Field("enabled", Flag(), "whether the measure is in use"),
        Field("exclude_areas", TEXTS, "codes whose value is known to be wrong and taken as missing"),
        Field("tags", TEXTS, "words to find the measure by"),
        Field("locked", Flag(), "whether the measure is protected from changes by hand"),
    ),
)

OPTIONS = Record(
    Options,
    (
        Field("missing", Choice(MissingRule), "what a missing value does to an area's score"),
        Field("min_coverage", Number(least=0, most=1), "least share of measures with a value, else no score"),
        Field("near_miss_band", Number(least=0, most=1, decimals=4), "how near the line is just below it"),
        Field("field_prefix", Prefix(), "what the names of the fields written begin with"),
        Field("write_flags", Flag(), "whether to write a field for each measure"),
        Field("write_themes", Flag(), "whether to write a field for each theme"),
        Field("focus", TEXTS, "codes of the parents to show; everything is scored all the same"),
    ),
)

PROFILE = Record(
    Profile,
    (
        Field("id", GIVEN, "the profile's short name"),
        Field("title", TEXT, "the programme's name for people"),
        Field("weights", MapOf(WEIGHT), "measure id: weight"),
    ),
)

SCENARIO = Record(
    Scenario,
    (
        Field("title", TEXT, "what the scenario is called"),
        Field("question", TEXT, "the decision that the score is for"),
        Field("author", TEXT, "who made the scenario"),
        Field("date", TEXT, "when the scenario was made"),
        Field("areas", AREAS, "the areas that get a score"),
        Field("tables", ListOf(TABLE, most=MOST_TABLES), "the tables of figures", required=True),
        Field("measures", ListOf(MEASURE, most=MOST_MEASURES), "what is counted", required=True),
        Field("profiles", ListOf(PROFILE, most=MOST_PROFILES), "programme weights: named sets of weights"),
        Field("options", OPTIONS, "what holds for the whole score"),
    ),
)
