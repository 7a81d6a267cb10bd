# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing need fields on to a layer, beside the same update by bare OGR and by geopandas.

Method: areas with an identifier, a code and shapes; 15 need fields of every kind, values made up, the
same for all. "Plugin" is ``prepare_write``, ``run`` and ``finish`` on the open layer, in place, the old
values kept for undo: in one transaction, or by a complete new file that takes the old one's place. "OGR"
adds the same fields to the same file and sets them with SetFeature, feature by feature, in one transaction
where there are any, as one does without QGIS. "geopandas" writes all of it to a new file; reading is not
counted. Each starts from a fresh copy, in turns. What plugin and OGR have written is compared with the
values, cell by cell. Medians, and the ratio of the plugin's to the other's.

    make bench-write
"""

from __future__ import annotations

import argparse
import csv
import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Callable, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
sys.path.insert(0, str(ROOT))
# The tests' helpers become importable; test/ itself would shadow packages of QGIS.
sys.path.insert(0, str(ROOT / "test"))
import support  # noqa: E402, F401

sys.path.remove(str(ROOT / "test"))

from osgeo import gdal, ogr  # noqa: E402
from qgis.core import QgsApplication, QgsVectorLayer  # noqa: E402

import inputs  # noqa: E402
from faults.scores import later  # noqa: E402
from support.postgis_server import DATABASE, PASSWORD, PostgisServer, why_not  # noqa: E402
from timing import row  # noqa: E402
from vru_need_plugin.core.feedback import SILENT  # noqa: E402
from vru_need_plugin.core.output import FieldKind, OutputField  # noqa: E402
from vru_need_plugin.layers.write import prepare_write  # noqa: E402
from vru_need_plugin.layers.writing.aside import remove_all  # noqa: E402

GEOPANDAS = ROOT / "build" / "bench-env" / "bin" / "python"
DRIVERS = {"gpkg": "GPKG", "shp": "ESRI Shapefile", "geojson": "GeoJSON", "postgis": "PostgreSQL"}
NAMES = {"gpkg": "GeoPackage", "shp": "Shapefile", "geojson": "GeoJSON", "postgis": "PostGIS"}
_OGR = {FieldKind.REAL: ogr.OFTReal, FieldKind.INTEGER: ogr.OFTInteger, FieldKind.TEXT: ogr.OFTString}


class Seconds(NamedTuple):
    """What one write took."""

    clock: float
    processor: float


class Stopwatch:
    """Clock and processor's time from its making."""

    def __init__(self) -> None:
        self._clock, self._processor = time.perf_counter(), time.process_time()

    def read(self) -> Seconds:
        return Seconds(time.perf_counter() - self._clock, time.process_time() - self._processor)


class Place:
    """A layer in a format, set back to what it was before each turn."""

    def __init__(self, key: str, areas: Path, folder: Path, server: PostgisServer | None) -> None:
        self._key = key
        self._server = server
        self._pristine = folder / f"{key}-before"
        self._at = folder / key
        self._pristine.mkdir(parents=True)
        target = self._pg if server else str(self._pristine / f"areas.{key}")
        more = {"layerCreationOptions": ["GEOMETRY_NAME=geom", "FID=id"]} if server else {}
        name = "before" if server else "areas"
        options = gdal.VectorTranslateOptions(format=DRIVERS[key], layerName=name, **more)
        gdal.VectorTranslate(target, str(areas), options=options)

    @property
    def _pg(self) -> str:
        server = self._server
        return f"PG:host={server.host} port={server.port} dbname={DATABASE} user=postgres password={PASSWORD}"

    @property
    def path(self) -> str:
        """What OGR opens."""
        return self._pg if self._server else str(self._at / f"areas.{self._key}")

    def reset(self) -> None:
        if self._server:
            self._server.run(
                "DROP TABLE IF EXISTS areas",
                "CREATE TABLE areas (LIKE before INCLUDING ALL)",
                "INSERT INTO areas SELECT * FROM before",
                "ANALYZE areas",
                "CHECKPOINT",
            )
            return
        shutil.rmtree(self._at, ignore_errors=True)
        shutil.copytree(self._pristine, self._at)
        os.sync()

    def layer(self) -> QgsVectorLayer:
        if self._server:
            from support.postgis_tables import uri

            source = uri(self._server, "areas", user="postgres").uri(False)
            return QgsVectorLayer(source, "areas", "postgres")
        return QgsVectorLayer(self.path, "areas", "ogr")


def by_plugin(place: Place, fields: list[OutputField]) -> Seconds:
    """Seconds from the open layer to the layer that shows its scores."""
    layer = place.layer()
    ids = sorted(feature.id() for feature in layer.getFeatures())
    watch = Stopwatch()
    prepared = prepare_write(layer, fields, "need_", ids, keep_old=True)
    prepared.finish(layer, prepared.run(SILENT))
    return watch.read()


def by_ogr(place: Place, fields: list[OutputField]) -> Seconds:
    """Seconds from opening the file to closing it."""
    watch = Stopwatch()
    dataset = gdal.OpenEx(place.path, gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayerByName("areas")
    in_one = dataset.TestCapability(ogr.ODsCTransactions)
    if in_one:
        dataset.StartTransaction()
    for field in fields:
        layer.CreateField(ogr.FieldDefn(field.name, _OGR[field.kind]))
    definition = layer.GetLayerDefn()
    places = [definition.GetFieldIndex(field.name) for field in fields]
    values = zip(*(field.values for field in fields))
    # To read all first is what makes it fastest.
    for feature in sorted(layer, key=ogr.Feature.GetFID):
        for at, value in zip(places, next(values)):
            if value is None:
                feature.SetFieldNull(at)
            else:
                feature.SetField(at, value)
        layer.SetFeature(feature)
    if in_one:
        dataset.CommitTransaction()
    feature = layer = None
    dataset = None
    return watch.read()


def by_geopandas(place: Place, values: Path) -> Seconds:
    """Seconds to write all of it to a new file; reading it is not counted."""
    script = [str(GEOPANDAS), str(BENCH / "job_write_geopandas.py"), place.path, str(values)]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"geopandas failed:\n{done.stderr}")
    return Seconds(*map(float, done.stdout.split()[-2:]))


def write_values(fields: list[OutputField], path: Path) -> None:
    """The values for geopandas."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([field.name for field in fields])
        writer.writerows(zip(*(field.values for field in fields)))


def check(path: str, fields: list[OutputField], who: str) -> None:
    """Stop where other values are there than were to be written."""
    dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    layer = dataset.GetLayerByName("areas") or dataset.GetLayer(0)
    names = [field.name for field in fields]
    found = {feature.GetFID(): tuple(feature.GetField(name) for name in names) for feature in layer}
    if [found[fid] for fid in sorted(found)] != list(zip(*(field.values for field in fields))):
        raise SystemExit(f"{who} has not written the values as they are, so its time means nothing.")


def compare(key: str, areas: Path, rounds: int, folder: Path) -> None:
    """One format: all contenders in turns, and the ratios."""
    with ExitStack() as ends:
        server = ends.enter_context(PostgisServer(durable=True)) if key == "postgis" else None
        place = Place(key, areas, folder, server)
        place.reset()
        dataset = gdal.OpenEx(place.path, gdal.OF_VECTOR)
        count = dataset.GetLayerByName("areas").GetFeatureCount()
        dataset = None
        fields = later(count)
        values = folder / "values.csv"
        write_values(fields, values)
        contenders: dict[str, Callable[[], Seconds]] = {
            "plugin": lambda: by_plugin(place, fields),
            "bare OGR": lambda: by_ogr(place, fields),
        }
        if server is None and GEOPANDAS.exists():
            contenders["geopandas, to a new file"] = lambda: by_geopandas(place, values)
        seconds: dict[str, list[Seconds]] = {name: [] for name in contenders}
        for turn in range(rounds + 1):
            for name, write in contenders.items():
                place.reset()
                gc.collect()
                taken = write()
                if turn:
                    seconds[name].append(taken)
                elif name != "geopandas, to a new file":
                    check(place.path, fields, name)
        medians = {name: Seconds(*map(statistics.median, zip(*taken))) for name, taken in seconds.items()}
        ours = medians.pop("plugin")
        for name, theirs in medians.items():
            what = f"{NAMES[key]}, {count} areas, against {name}"
            print(row(what, ours.clock, theirs.clock, "s"))
            if server is None:  # where there is one, most of the work is its own
                print(row("    of the processor's time", ours.processor, theirs.processor, "s"))
            sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[35_000, 200_000])
    parser.add_argument("--formats", nargs="+", choices=DRIVERS, default=list(DRIVERS))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    for size in options.sizes:
        areas = inputs.make_inputs(size, ROOT / "build" / "bench" / str(size)) / "areas.gpkg"
        for key in options.formats:
            if key == "postgis" and why_not():
                print(f"PostGIS: {why_not()}")
                continue
            with tempfile.TemporaryDirectory(prefix="vru-need-bench-") as folder:
                compare(key, areas, options.rounds, Path(folder))
    sys.stdout.flush()
    remove_all()
    os._exit(0)  # QGIS that ends with layers open may crash


if __name__ == "__main__":
    main()
