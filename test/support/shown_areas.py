# SPDX-License-Identifier: GPL-2.0-or-later
"""What the results of the dock have to say of an area, from a plain re-computation."""

from __future__ import annotations


def shown_area(area, ward, scenario, answer):
    """An area as `driving.step` reads it off the widgets."""
    fields = answer.fields
    score, flags = fields["need_score"][area], fields["need_flags"][area]
    titles = {measure["id"]: measure["title"] for measure in scenario["measures"]}
    return {
        "area": area,
        "rank": fields["need_rank"][area],
        "name": ward["NAME"],
        "parent": ward["BOROUGH"],
        "score": None if score is None else float(score),
        "above": fields["need_count"][area],
        "near": fields["need_near"][area],
        "data": fields["need_avail"][area],
        "above_on": "; ".join(titles[one] for one in flags.split(";") if one),
    }
