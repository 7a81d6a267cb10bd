# SPDX-License-Identifier: GPL-2.0-or-later
"""Random scenarios with their areas and tables: every option of the document, on untidy data."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass

from .case_tables import key_variants, long, wide

NAMES = [
    "Abbey", "Village", "village", "St. Katharine's & Wapping", "Bridge-End", "Café Road", "Elm", "O'Dell",
    "City of Northam", "Village", "Upper & Lower", "Marsh", "Quarry", "Hill Top", "Dock",
]  # fmt: skip
PARENT_NAMES = [
    "Barking & Dagenham",
    "City of London",
    "Royal Borough of Kent",
    "Richmond upon Thames",
    "Fen",
]


@dataclass
class Case:
    """A scenario, its areas as dicts of attributes and its tables as records of cells."""

    seed: int
    scenario: dict
    areas: list
    tables: dict

    def write_tables(self, folder):
        """Write each table to the file that the scenario names."""
        for spec in self.scenario["tables"]:
            path = folder / spec["source"]
            encoding = spec.get("encoding") or "utf-8"
            with open(path, "w", encoding=encoding, newline="") as opened:
                csv.writer(opened, delimiter=spec.get("delimiter") or ",").writerows(self.tables[spec["id"]])


def random_case(seed):
    """The case of a seed, always the same."""
    rng = random.Random(seed)
    areas_spec, areas = random_areas(rng)
    tables = [random_table(rng, number, areas_spec, areas) for number in range(rng.randint(1, 4))]
    measures = [random_measure(rng, number, tables, areas_spec, areas) for number in range(rng.randint(1, 7))]
    if not any(measure.get("enabled", True) for measure in measures):
        del measures[0]["enabled"]
    scenario = {
        "schema": 1,
        "title": f"Case {seed}",
        **some(rng, 0.3, "question", "Where to begin?"),
        **some(rng, 0.3, "author", "Somebody"),
        **some(rng, 0.3, "date", "2026-01-31"),
        **some(rng, 0.3, "profiles", [{"id": "p", "title": "P", "weights": {measures[0]["id"]: 7}}]),
        "areas": areas_spec,
        "tables": [table.spec for table in tables],
        "measures": measures,
        "options": random_options(rng),
    }
    if "parent_code_field" in areas_spec:
        scenario["options"].update(some(rng, 0.2, "focus", ["E09000000"]))
    return Case(seed, scenario, areas, {table.spec["id"]: table.records for table in tables})


def some(rng, chance, key, value):
    """A key of the document that is now and then left out."""
    return {key: value} if rng.random() < chance else {}


def random_areas(rng):
    count = rng.choice([1, 2, 3, 8, 15, 25, 40, 60])
    style = rng.randrange(4)
    if style == 0:
        codes = [f"{rng.choice(['E05', 'E05', 'W05', 'E06'])}{1000 + at:06}" for at in range(count)]
    elif style == 1:
        codes = [f"{at * 37 + 1:05}" for at in range(count)]
    elif style == 2:
        codes = [str(at * 37 + 1) for at in range(count)]
    else:
        codes = [f"Ward-{at}" for at in range(count)]
    parents = [(f"E0900000{at}" if style < 3 else f"P{at}", name) for at, name in enumerate(PARENT_NAMES)]
    parents = parents[: rng.randint(1, 5)]
    homeless = rng.choice([0, 0, 0.1, 1])
    areas = []
    for code in codes:
        parent = (None, None) if rng.random() < homeless else rng.choice(parents)
        areas.append({"code": code, "name": rng.choice(NAMES), "lad": parent[0], "borough": parent[1]})
        if len(NAMES) * 2 < count or rng.random() < 0.6:
            areas[-1]["name"] += f" {code}"
    spec = {"source": "areas", "code_field": "code"}
    spec.update(some(rng, 0.8, "name_field", "name"))
    spec.update(some(rng, 0.7, "parent_code_field", "lad"))
    spec.update(some(rng, 0.7, "parent_name_field", "borough"))
    return spec, areas


def random_table(rng, number, areas_spec, areas):
    """A table of areas, or of parents where the areas have any."""
    levels = ["area", "area", "area"]
    has_field = any(key in areas_spec for key in ("parent_code_field", "parent_name_field"))
    if has_field and any(area["lad"] for area in areas):
        levels.append("parent")
    level = rng.choice(levels)
    code_key, name_key = ("code", "name") if level == "area" else ("lad", "borough")
    code_field, name_field = (
        ("code_field", "name_field") if level == "area" else ("parent_code_field", "parent_name_field")
    )
    ways = [way for way, key in (("code", code_field), ("name", name_field)) if key in areas_spec]
    match = rng.choice(ways)
    own = list(dict.fromkeys(area[code_key if match == "code" else name_key] for area in areas))
    own = [key for key in own if key is not None]
    spec = {"id": f"t{number}", "source": f"t{number}.csv", "key_column": "Code", "key_level": level}
    spec.update({"key_match": match} if match == "name" or rng.random() < 0.2 else {})
    mark = rng.choice([".", ".", ".", ","])
    spec.update(some(rng, 0.2, "decimal", mark))
    spec.update(some(rng, 0.3, "missing", rng.choice([["-999"], ["supp"], ["0"], ["-999", "supp"]])))
    spec.update(some(rng, 0.3, "skip_rows", rng.randint(1, 3)))
    spec.update(some(rng, 0.3, "delimiter", rng.choice([",", ";", "\t", "|"])))
    spec.update(some(rng, 0.2, "encoding", rng.choice(["utf-8", "utf-8-sig", "cp1252"])))
    spec.update(some(rng, 0.1, "citation", "A citation"))
    spec.update(some(rng, 0.1, "as_of", "2015"))
    keys, spec["key_aliases"] = table_keys(rng, own, match)
    others = [key for key in keys if key.strip()] or ["none"]
    spec.update(some(rng, 0.2, "include_keys", rng.sample(others, min(2, len(others)))))
    spec.update(some(rng, 0.2, "exclude_keys", rng.sample(others, min(2, len(others)))))
    if not spec["key_aliases"]:
        del spec["key_aliases"]
    return rng.choice([wide, wide, long])(rng, spec, keys, mark)


def table_keys(rng, own, match):
    """The keys of a table: most of the areas', others, repeats, blanks, totals, an alias."""
    keys = [key_variants(rng, key, match == "name") for key in own if rng.random() < 0.93]
    keys = keys or [own[0] if own else "nobody"]
    digits = all(key.strip().isdigit() for key in keys)
    if digits and rng.random() < 0.5:
        keys = [str(int(key)) for key in keys]
    if rng.random() < 0.6:
        if digits and rng.random() < 0.7:
            keys += [str(rng.randint(50000, 99999)) for _ in range(rng.randint(1, 9))]
        else:
            pools = ["E05009", "W05009", "E06009", "E09000", "Other "]
            keys += [f"{rng.choice(pools)}{rng.randint(100, 999)}" for _ in range(rng.randint(1, 9))]
    if not digits or rng.random() < 0.2:
        keys += rng.sample(["Total", "", " ", "England", keys[0], keys[-1].upper()], rng.randint(0, 3))
    aliases = {}
    if own and rng.random() < 0.2:
        other = "77777" if digits else "Known otherwise"
        keys.append(other)
        aliases[other.upper()] = rng.choice(own)
    rng.shuffle(keys)
    return keys, aliases


def random_measure(rng, number, tables, areas_spec, areas):
    table = rng.choice(tables)
    parents = any(key in areas_spec for key in ("parent_code_field", "parent_name_field"))
    references = ["areas", "areas", "table"]
    if table.spec["key_level"] == "area" and parents:
        references.append("within_parent")
    kind = rng.choice(["top_share", "top_share", "top_count", "value", "mean_multiple", "std_dev"])
    threshold = {"kind": kind, "value": random_figure(rng, kind)}
    if kind in ("top_share", "top_count", "value"):
        threshold.update(some(rng, 0.7, "ties", rng.choice(["in", "out"])))
    measure = {
        "id": f"m{number}",
        "title": f"Measure {number}",
        "theme": rng.choice(["Crime", "Public perceptions", "Public health"]),
        "table": table.spec["id"],
        "value": random_value(rng, table, tables),
        "threshold": threshold,
    }
    measure.update(some(rng, 0.5, "direction", rng.choice(["high", "low"])))
    measure.update(some(rng, 0.7, "weight", rng.choice([0, 1, 2, 0.5, 0.125, 0.1, 0.2, 0.3, 1000, 3.333])))
    measure.update(some(rng, 0.6, "reference", rng.choice(references)))
    measure.update(some(rng, 0.3, "enabled", rng.random() < 0.5))
    measure.update(words_of_a_measure(rng))
    code = areas_spec.get("code_field" if table.spec["key_level"] == "area" else "parent_code_field")
    codes = [area[code] for area in areas if area[code] is not None] if code else []
    if codes:
        measure.update(some(rng, 0.1, "exclude_areas", sorted(set(rng.choices(codes, k=2)))))
    return measure


def words_of_a_measure(rng):
    """Keys that no score depends on."""
    words = {
        "unit": "per 1,000",
        "nature": rng.choice(["count", "rate", "percentage", "score"]),
        "period": "2014/15",
        "source": "A source",
        "note": "A note",
        "tags": ["one", "two"],
        "locked": True,
    }
    return {key: value for key, value in words.items() if rng.random() < 0.15}


def random_figure(rng, kind):
    if kind == "top_share":
        return rng.choice([10, 20, 50, 5, 33.33, 12.5, 66.67, 99.99, 0.01, rng.randint(1, 9999) / 100])
    if kind == "top_count":
        return rng.choice([1, 2, 3, 5, 10, 1000])
    if kind == "value":
        return rng.choice([0, 1, 2, 0.5, 0.7, 0.3, 1.5, -1, 100, 1000])
    if kind == "mean_multiple":
        return rng.choice([1, 1.5, 0.5, 2, 0.1, 1.25])
    return rng.choice([0, 1, 1.5, -1, 0.5, 2])


def random_columns(rng, table, most=3):
    """References to columns: names, or the newest periods."""
    if table.rolling and rng.random() < 0.6:
        starts, count = rng.choice(table.rolling)
        latest = rng.randint(1, count)
        reference = {"starts": starts, "latest": latest}
        reference.update(some(rng, 0.5, "skip", rng.randint(0, count - latest)))
        if most == 1:
            reference["latest"] = 1
        return [reference]
    return rng.sample(table.columns, rng.randint(1, min(most, len(table.columns))))


def random_value(rng, table, tables):
    kind = rng.choice(["column", "column", "sum", "ratio", "change", "percent_change"])
    if kind == "column":
        return {"kind": kind, "columns": random_columns(rng, table, 1)}
    if kind == "sum":
        return {"kind": kind, "columns": random_columns(rng, table)}
    if kind == "ratio":
        level = table.spec["key_level"]
        below = rng.choice([other for other in tables if other.spec["key_level"] == level])
        value = {
            "kind": kind,
            "columns": random_columns(rng, table),
            "denominator": random_columns(rng, below),
        }
        value.update({"denominator_table": below.spec["id"]} if below is not table else {})
        return {**value, **some(rng, 0.5, "per", rng.choice([100, 1000, 0.5]))}
    value = {"kind": kind, "from": random_columns(rng, table), "to": random_columns(rng, table)}
    if kind == "percent_change":
        value.update(some(rng, 0.7, "minimum_base", rng.choice([0, 1, 0.5, 5])))
    return value


def random_options(rng):
    options = {}
    options.update(some(rng, 0.7, "missing", rng.choice(["available", "rescale", "strict"])))
    options.update(some(rng, 0.7, "min_coverage", rng.choice([0, 0.3, 0.5, 0.75, 0.6, 1])))
    options.update(some(rng, 0.6, "near_miss_band", rng.choice([0, 0.1, 0.25, 0.0625, 0.3333, 1])))
    options.update(some(rng, 0.2, "field_prefix", rng.choice(["vru_", "n", "need1"])))
    options.update(some(rng, 0.2, "write_flags", rng.random() < 0.5))
    options.update(some(rng, 0.2, "write_themes", rng.random() < 0.5))
    return options
