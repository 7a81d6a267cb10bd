# SPDX-License-Identifier: GPL-2.0-or-later
"""What is left of a layer when a write goes wrong: the old or the new exactly, in every trial.

Method: a layer that holds an earlier score gets a new one, which overwrites fields, adds some and
leaves some over. A process of its own writes; at a random moment of the write, uniform over the
time that an undisturbed one takes, it is killed, its disk is full, its file is gone, its network is
cut. Then everything that the layer and its neighbours hold is summed up and compared with what
was there before and with what an undisturbed write makes of it; and what the user was told is
compared with what is so.

    make faults
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
BENCH = Path(__file__).resolve().parent.parent
ROOT = BENCH.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(BENCH))
# The tests' helpers become importable; test/ itself would shadow packages of QGIS.
sys.path.insert(0, str(ROOT / "test"))
import support  # noqa: E402, F401

sys.path.remove(str(ROOT / "test"))

from osgeo import gdal  # noqa: E402
from qgis.core import Qgis, QgsApplication  # noqa: E402

import inputs  # noqa: E402
from faults import scores, writer  # noqa: E402
from faults.faults import FAULTS  # noqa: E402
from faults.stores import FileStore, PostgisStore, Store  # noqa: E402
from faults.table import as_table, is_good  # noqa: E402
from faults.trials import Bench, Row  # noqa: E402
from support.postgis_server import PostgisServer, why_not  # noqa: E402
from vru_need_plugin.layers.writing.aside import remove_of_the_dead  # noqa: E402

STORES = {"gpkg": "GeoPackage", "shp": "Shapefile", "geojson": "GeoJSON", "postgis": "PostGIS"}


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--areas", type=int, default=inputs.LSOA_SIZE)
    parser.add_argument("--kills", type=int, default=50, help="how many kills have to hit the write")
    parser.add_argument("--cuts", type=int, default=30, help="how many cuts of the network")
    parser.add_argument("--others", type=int, default=10, help="how many trials of every other fault")
    parser.add_argument("--stores", nargs="+", choices=STORES, default=list(STORES))
    parser.add_argument("--faults", nargs="+", choices=FAULTS, default=list(FAULTS))
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "faults.md")
    parser.add_argument("--naive", action="store_true", help="write as one should not: the table must be bad")
    parser.add_argument("--no-window", dest="window", action="store_false", help="leave out the dock")
    return parser.parse_args()


def store_of(key: str, folder: Path, ends: ExitStack) -> Store | str:
    """A format's store, or why there is none."""
    if key != "postgis":
        return FileStore(STORES[key], key, folder)
    reason = why_not()
    return reason if reason is not None else PostgisStore(ends.enter_context(PostgisServer()))


def trials_of(store: Store, areas: Path, asked: argparse.Namespace) -> list[Row]:
    """All faults on one format."""
    store.make(areas)
    count = store.open().featureCount()
    store.reset()
    said = writer.write_in_a_fork(store.open, scores.earlier(count), writer.plugin, lambda _: None)
    if said.outcome != "written":
        raise SystemExit(f"{store.name}: the earlier score could not be written: {said.words}")
    store.settle()
    store.keep()
    way = writer.naive if asked.naive else writer.plugin
    bench = Bench(store, scores.later(count), way, asked.seed)
    print(f"{store.name}: {count:,} areas, an undisturbed write takes {bench.seconds:.2f} s", flush=True)
    rows = []
    for key in asked.faults:
        wanted = {"kill": asked.kills, "cut": asked.cuts}.get(key, asked.others)
        start = time.monotonic()
        row = FAULTS[key](bench, wanted)
        ended = f"{row.old} old, {row.new} new, {row.gone} taken away, {row.otherwise} otherwise"
        told = f"{row.untrue} told untrue, {time.monotonic() - start:.0f} s"
        print(f"  {row.fault}: {row.trials} trials, {row.hit} hit; {ended}; {told}", flush=True)
        rows.append(row)
    return rows


def longest_gap(store: Store, inputs_folder: Path, folder: Path) -> str:
    """How long the window does not answer while the dock writes, in a sentence."""
    store.reset()
    script = [sys.executable, "-B", str(BENCH / "faults" / "window.py")]
    done = subprocess.run(
        [*script, store.source(), str(inputs_folder), str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    store.settle()
    if done.returncode:
        return f"{store.name}: not measured: {(done.stderr or done.stdout).strip().splitlines()[-1]}"
    gap, whole, phase = done.stdout.split()[-3:]
    return f"{store.name}: {float(gap):.2f} s ({phase}) of {float(whole):.2f} s"


def main() -> None:
    asked = options()
    application = QgsApplication([], False)
    application.initQgis()
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # what is refused is told in our own words
    made = inputs.make_inputs(asked.areas, ROOT / "build" / "bench" / str(asked.areas))
    rows, left_out, gaps = [], [], []
    with tempfile.TemporaryDirectory(prefix="vru-need-faults-") as folder:
        os.chmod(folder, 0o755)  # another user has to get in
        for key in asked.stores:
            with ExitStack() as ends:
                store = store_of(key, Path(folder), ends)
                if isinstance(store, str):
                    left_out.append(f"{STORES[key]}: {store}")
                    continue
                rows += trials_of(store, made / "areas.gpkg", asked)
                if asked.window:
                    gaps.append(longest_gap(store, made, Path(folder)))
                    print(f"  window held longest, {gaps[-1]}", flush=True)
    remove_of_the_dead()  # what killed writers have left
    machine = f"{os.cpu_count()} cores, {platform.system()}, QGIS {Qgis.QGIS_VERSION.split('-')[0]}"
    text = as_table(rows, left_out, gaps, f"{asked.areas:,} areas, seed {asked.seed}, {machine}")
    print(text)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(text, encoding="utf-8")
    sys.stdout.flush()
    os._exit(0 if is_good(rows) else 1)  # QGIS that ends with layers open may crash


if __name__ == "__main__":
    main()
