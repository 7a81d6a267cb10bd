# SPDX-License-Identifier: GPL-2.0-or-later
"""Make the synthetic sample anew: ``make_sample.py [FOLDER]``, by default resources/sample.

The same files come out each time: chance is Python's own generator with a fixed seed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sample import files, survey
from sample.city import make_city
from sample.figures import make_figures
from sample.geopackage import write_wards

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample"


def make_sample(folder: Path) -> None:
    """Write the wards and the three tables of the invented city of Marlbury."""
    folder.mkdir(parents=True, exist_ok=True)
    city = make_city()
    figures = make_figures(city)
    write_wards(city, folder / "synthetic_wards.gpkg")
    files.write_offences(city, figures, folder / "synthetic_offences.csv")
    files.write_profiles(city, figures, folder / "synthetic_ward_profiles.csv")
    survey.write_survey(city, figures, folder / "synthetic_residents_survey.csv")


if __name__ == "__main__":
    make_sample(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
