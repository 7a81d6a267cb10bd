# SPDX-License-Identifier: GPL-2.0-or-later
"""Random tables of text cells, as untidy as published ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

MARKERS = ["", "n/a", "NA", ".", "..", "-", "x", ":", "*", "#N/A", " "]
NO_NUMBERS = ["n/k", "12 (r)", "1 2", "see note", "--", "1;2", "12,34,567", "0x10", "1_000", "nan", "inf"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass
class RandomTable:
    """A table's part of a scenario, its records and the columns that measures may use."""

    spec: dict
    records: list
    columns: list
    rolling: list = field(default_factory=list)


def periods(rng, count):
    """A run of periods in one of the forms that tables use, oldest first."""
    start = rng.randint(2005, 2020)
    months = [(start + at // 12, at % 12) for at in range(count)]
    years = range(start, start + count)
    forms = [
        [f"{year}{month + 1:02}" for year, month in months],
        [f"{year}-{month + 1:02}" for year, month in months],
        [f"{MONTHS[month]} {year}" for year, month in months],
        [f"31/12/{year}" for year in years],
        [f"{year}-12-31" for year in years],
        [f"{year}" for year in years],
        [f"{year}/{(year + 1) % 100:02}" for year in years],
        [f"{year}-{(year + 1) % 100:02}" for year in range(start + 13, start + 13 + count)],
    ]
    return rng.choice(forms)


class Palette:
    """What the figures of one column look like: few distinct ones, so that ties are common."""

    def __init__(self, rng, mark):
        self.rng = rng
        self.mark = mark
        self.missing = rng.choice([0, 0, 0, 0.05, 0.3])
        kind = rng.randrange(7)
        if kind == 0:
            self.numbers = [Decimal(n) for n in range(rng.randint(2, 6))]
        elif kind == 1:
            self.numbers = [Decimal(rng.randint(0, 30)) / 10 for _ in range(rng.randint(2, 30))]
        elif kind == 2:
            self.numbers = [Decimal(0)] * 6 + [Decimal(rng.randint(1, 400)) / 100 for _ in range(3)]
        elif kind == 3:
            self.numbers = [Decimal(rng.randint(500, 4000)) for _ in range(12)]
        elif kind == 4:
            self.numbers = [Decimal(rng.randint(-50, 50)) / rng.choice([1, 10]) for _ in range(8)]
        elif kind == 5:
            self.numbers = [Decimal(rng.randint(1, 99999)).scaleb(-rng.randint(0, 7)) for _ in range(25)]
        else:
            self.numbers = [Decimal("0.7")]

    def cell(self, own_markers=()):
        """One cell, as somebody might have typed it."""
        rng = self.rng
        if rng.random() < self.missing:
            return rng.choice([*MARKERS, *own_markers])
        if rng.random() < 0.02:
            return rng.choice(NO_NUMBERS)
        return self.written(rng.choice(self.numbers))

    def written(self, number):
        rng = self.rng
        style = rng.randrange(16)
        if style == 0 and abs(number) >= 1000:
            text = f"{number:,f}"
        elif style == 1:
            text = f"{number:E}"
        else:
            text = f"{number:f}"
        if self.mark == ",":
            text = text.translate(str.maketrans(".,", ",."))
        sign, figure = ("-", text[1:]) if text.startswith("-") else ("", text)
        if style == 2:
            figure = rng.choice("£$€") + figure
        elif style == 3:
            figure += rng.choice(["%", " %"])
        elif style == 4 and not sign:
            sign = "+"
        return sign + figure if style != 5 else f" {sign}{figure} "


def key_variants(rng, key, by_name):
    """A key as another table may spell it."""
    if by_name:
        choices = [key, key.upper(), key.lower(), key.replace("&", "and"), key.replace("'", "\u2019")]
        choices += [key.replace("-", " "), f"  {key}", key.replace("'", "")]
        if not key.startswith(("City of", "Royal")):
            choices.append(f"London Borough of {key}")
        return rng.choice(choices)
    return rng.choice([key, key, key, key.lower(), f" {key}"])


def wide(rng, spec, keys, mark):
    """A row a key under one to three header rows, a few rows in front of them."""
    header_rows = rng.choice([1, 1, 1, 2, 3])
    stems = ["Fires", "Thefts; all", "Trust (%)", "Fires"][: rng.randint(1, 4)]
    own = spec.get("missing", [])
    header = [[] for _ in range(header_rows)]
    names = []
    palettes = []

    def add(parts, palette):
        for at in range(header_rows):
            header[at].append(parts[at - header_rows] if at >= header_rows - len(parts) else "")
        joined = " | ".join(part.strip() for part in parts if part.strip())
        repeats = sum(1 for name in names if name == joined or name.startswith(joined + " ("))
        names.append(joined if not repeats else f"{joined} ({repeats + 1})")
        palettes.append(palette)

    add([spec["key_column"]], "key")
    add(["Label"], "label")
    for stem in stems:
        add([stem] if header_rows == 1 else [" " + stem, "count"], Palette(rng, mark))
    rolling = []
    if rng.random() < 0.5:
        starts = "Calls | " if header_rows > 1 else rng.choice(["Calls ", ""])
        run = periods(rng, rng.randint(2, 6))
        for period in rng.sample(run, len(run)):
            add(["Calls", period] if header_rows > 1 else [starts + period], Palette(rng, mark))
        rolling.append((starts, len(run)))
    records = [rng.choice([[], ["Some title"], ["a;b;c", "", "d"]]) for _ in range(spec.get("skip_rows", 0))]
    records += header
    for key in keys:
        row = []
        for palette in palettes:
            if palette == "key":
                row.append(key)
            elif palette == "label":
                row.append(rng.choice(["Ward", "", "Note, with a comma"]))
            else:
                row.append(palette.cell(own))
        records.append(row)
    spec["header_rows"] = header_rows
    columns = [name for name, palette in zip(names, palettes) if isinstance(palette, Palette)]
    return RandomTable(spec, records, columns, rolling)


def long(rng, spec, keys, mark):
    """Rows of key and category, figures in one, two or many columns, some pairs without a row."""
    before = dict(spec)
    categories = ["Robbery", "Fraud", '"Good Job" local', "Arson"][: rng.randint(1, 4)]
    spread = ["Type"] if rng.random() < 0.6 else ["Type", "Part"]
    way = rng.randrange(3)
    values = (["Count"], ["Count", "Rate"], periods(rng, rng.randint(2, 6)))[way]
    spec["spread"] = spread
    spec["values"] = "periods" if way == 2 else values
    spec["aggregate"] = rng.choice(["sum", "mean", "first"])
    spec["empty_means_zero"] = rng.random() < 0.4
    own = spec.get("missing", [])
    palettes = [Palette(rng, mark) for _ in values]
    records = [[] for _ in range(spec.get("skip_rows", 0))]
    records.append([spec["key_column"], *spread, *values])
    names = {}
    for key in keys:
        for category in categories:
            for part in ["1", "two"] if len(spread) == 2 else [None]:
                for _ in range(rng.choice([0, 1, 1, 1, 2])):
                    group = [category] if part is None else [category, part]
                    records.append([key, *group, *(palette.cell(own) for palette in palettes)])
                    if not key.strip():
                        continue
                    for value in values:
                        names.setdefault(" | ".join(group if len(values) == 1 else [*group, value]), group)
    spec["header_rows"] = 1
    rolling = []
    if way == 2:
        rolling = [(" | ".join([*group, ""]), len(values)) for group in names.values()]
    head = spec["skip_rows"] + 1 if "skip_rows" in spec else 1
    rows = records[head:]
    rng.shuffle(rows)
    if not names:
        return wide(rng, before, keys, mark)
    return RandomTable(spec, records[:head] + rows, sorted(names), rolling)
