# SPDX-License-Identifier: GPL-2.0-or-later
"""CDC's Social Vulnerability Index as a scenario: an independent published answer."""

from __future__ import annotations

THEMES_2018 = {
    "F_THEME1": ["POV", "UNEMP", "PCI", "NOHSDP"],
    "F_THEME2": ["AGE65", "AGE17", "DISABL", "SNGPNT"],
    "F_THEME3": ["MINRTY", "LIMENG"],
    "F_THEME4": ["MUNIT", "MOBILE", "CROWD", "NOVEH", "GROUPQ"],
}

THEMES_2020 = {
    "F_THEME1": ["POV150", "UNEMP", "HBURD", "NOHSDP", "UNINSUR"],
    "F_THEME2": ["AGE65", "AGE17", "DISABL", "SNGPNT", "LIMENG"],
    "F_THEME3": ["MINRTY"],
    "F_THEME4": ["MUNIT", "MOBILE", "CROWD", "NOVEH", "GROUPQ"],
}

FILES = {
    "svi2018_us_county_min.csv": THEMES_2018,
    "svi2020_us_county_min.csv": THEMES_2020,
    "2020svi_pa_co_cdc.csv": THEMES_2020,
}
"""Files under svi/ and the published themes of each."""


def scenario(file, source=None):
    """Every EP_* column a measure, top 10 %, level ties left out; a low income is need.

    Parameters
    ----------
    file
        One of `FILES`.
    source
        The file as the scenario is to name it, for the areas and for the table.
    """
    measures = [
        {
            "id": name,
            "title": name,
            "theme": theme,
            "table": "svi",
            "value": {"kind": "column", "columns": [f"EP_{name}"]},
            "direction": "low" if name == "PCI" else "high",
            "threshold": {"kind": "top_share", "value": 10, "ties": "out"},
        }
        for theme, names in FILES[file].items()
        for name in names
    ]
    table = {"id": "svi", "source": source or file, "key_column": "FIPS", "key_level": "area"}
    return {
        "schema": 1,
        "title": f"Every published flag of {file}",
        "areas": {"source": source or file, "code_field": "FIPS", "name_field": "LOCATION"},
        "tables": [{**table, "missing": ["-999"]}],
        "measures": measures,
        "options": {"min_coverage": 0},
    }


def disagreements(file, rows, fields):
    """Where need fields differ from what was published: (county, field, published, ours).

    A published -999 has no counterpart: the District of Columbia of 2020 has inputs and no flags,
    Rio Arriba of 2018 lacks three inputs and with them two sums.

    Parameters
    ----------
    file
        One of `FILES`.
    rows
        The published rows, one dict for each area.
    fields
        Need fields by name, each a list in the same order.
    """
    differing = []
    themes = FILES[file]
    names = [name for group in themes.values() for name in group]
    compared = {f"F_{name}": f"need_f{at:02}" for at, name in enumerate(names, start=1)}
    compared.update({theme: f"need_t{at:02}" for at, theme in enumerate(themes, start=1)})
    compared["F_TOTAL"] = "need_score"
    for at, row in enumerate(rows):
        for published_field, field in compared.items():
            published = float(row[published_field])
            if published != -999 and published != fields[field][at]:
                differing.append((row["LOCATION"], published_field, published, fields[field][at]))
    return differing
