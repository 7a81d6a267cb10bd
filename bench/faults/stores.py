# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers to write to, one a format: made once, set back before each trial, and all they hold as one sum."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Iterator, Union

import numpy as np
from osgeo import gdal
from qgis.core import QgsVectorLayer

from support.postgis_server import DATABASE, PASSWORD, PostgisServer
from support.postgis_tables import GROUP, OWNER, all_but_need, make_roles, uri

LEFT_BEHIND = ".vru_need_"
"""What a killed write may leave beside a file; it does no harm, and the next write removes it."""

_JOURNALS = ("-journal", "-wal", "-shm")


class Gone(Exception):
    """The layer is not there."""


class FileStore:
    """A layer in a file, with its sidecars, in a folder of its own.

    Attributes
    ----------
    place
        The folder that is written in; another one may be put in its place.
    """

    def __init__(self, name: str, ending: str, folder: Path) -> None:
        self.name = name
        self._ending = ending
        self._pristine = folder / f"{ending}-before"
        self.place = folder / ending

    @property
    def path(self) -> Path:
        return self.place / f"areas.{self._ending}"

    def make(self, areas: Path) -> None:
        """The layer, from a GeoPackage of areas."""
        shutil.rmtree(self._pristine, ignore_errors=True)
        self._pristine.mkdir(parents=True)
        made = self._pristine / self.path.name
        options = gdal.VectorTranslateOptions(format=_DRIVERS[self._ending], layerName="areas")
        if gdal.VectorTranslate(str(made), str(areas), options=options) is None:
            raise SystemExit(f"{made} could not be made: {gdal.GetLastErrorMsg()}")
        (self._pristine / "areas.qml").write_text("<qgis/>", encoding="utf-8")
        (self._pristine / "notes.txt").write_text("mine", encoding="utf-8")
        if self._ending == "gpkg":
            with closing(sqlite3.connect(made)) as database:
                database.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, note TEXT)")
                database.execute("INSERT INTO notes (note) VALUES ('mine'), ('too')")
                database.commit()
        self.reset()

    def keep(self) -> None:
        """From now on what is there is what was there before."""
        shutil.rmtree(self._pristine)
        shutil.copytree(self.place, self._pristine)

    def reset(self) -> None:
        self.place.mkdir(exist_ok=True)
        for left in self.place.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        shutil.copytree(self._pristine, self.place, dirs_exist_ok=True)

    def open(self) -> QgsVectorLayer:
        return QgsVectorLayer(str(self.path), "areas", "ogr")

    def source(self) -> str:
        """What window.py opens."""
        return str(self.path)

    def bytes_needed(self) -> int:
        """About what a write takes on the disk besides what is there."""
        return self.path.with_suffix(".dbf" if self._ending == "shp" else self.path.suffix).stat().st_size

    def check(self) -> list[str]:
        """What is wrong with the layer in itself."""
        wrong = []
        layer = self.open()
        if not layer.isValid():
            wrong.append("QGIS cannot open it")
        if self._ending == "gpkg":
            with closing(sqlite3.connect(self.path)) as database:
                found = database.execute("PRAGMA integrity_check").fetchall()
            if found != [("ok",)]:
                wrong.append(f"integrity_check: {found[:2]}")
        return wrong

    def digest(self) -> str:
        """Fields, rows, shapes, other tables and every other file of the folder, as one sum."""
        if not self.path.exists():
            raise Gone
        total = hashlib.sha256()
        for part in _of_gpkg(self.path) if self._ending == "gpkg" else _of_layer(self.path):
            total.update(part)
        main = (self.path.name, f"areas.{'dbf' if self._ending == 'shp' else self._ending}")
        for path in sorted(self.place.iterdir()):
            # A Shapefile's own shapes are compared byte for byte; its table by what it holds.
            shapes = self._ending == "shp" and path.name == self.path.name
            if path.name.startswith(LEFT_BEHIND) or path.name.endswith(_JOURNALS):
                continue
            if path.name not in main or shapes:
                total.update(path.name.encode() + path.read_bytes())
        return total.hexdigest()

    def settle(self) -> None:
        """Nothing goes on behind a file's back."""


_DRIVERS = {"gpkg": "GPKG", "shp": "ESRI Shapefile", "geojson": "GeoJSON"}


def _of_gpkg(path: Path) -> Iterator[bytes]:
    """Every table of the database: definition and rows, but for the time of the last change."""
    with closing(sqlite3.connect(path)) as database:
        for name, sql in database.execute(
            "SELECT name, sql FROM sqlite_master ORDER BY type, name"
        ).fetchall():
            yield repr((name, sql)).encode()
        tables = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        for (table,) in tables:
            columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
            kept = ", ".join(f'"{column}"' for column in columns if column != "last_change")
            for row in database.execute(f'SELECT {kept} FROM "{table}"'):
                yield repr(row).encode()


def _of_layer(path: Path) -> Iterator[bytes]:
    """Fields, ids, values and shapes as OGR reads them."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    if dataset is None:
        raise Gone
    layer = dataset.GetLayer(0)
    definition = layer.GetLayerDefn()
    for index in range(definition.GetFieldCount()):
        field = definition.GetFieldDefn(index)
        yield repr((field.GetName(), field.GetType(), field.GetWidth(), field.GetPrecision())).encode()
    for batch in layer.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=YES", "MAX_FEATURES_IN_BATCH=5000"]):
        for name, column in batch.items():
            yield name.encode()
            yield from _of_column(column)


def _of_column(column: Any) -> Iterator[bytes]:
    if column.dtype.kind == "O":
        yield repr(
            [bytes(cell) if isinstance(cell, (bytes, np.ndarray)) else cell for cell in column.tolist()]
        ).encode()
        return
    yield np.ma.getmaskarray(column).tobytes()
    empty = b"" if column.dtype.kind == "S" else 0
    filled = np.ma.filled(column, empty)
    yield repr(filled.tolist()).encode() if column.dtype.kind == "S" else filled.tobytes()


class PostgisStore:
    """A layer in a table of a server of our own on loopback."""

    name = "PostGIS"

    def __init__(self, server: PostgisServer) -> None:
        self.server = server
        self.port = server.port
        self.user = OWNER

    def make(self, areas: Path) -> None:
        make_roles(self.server)
        target = (
            f"PG:host={self.server.host} port={self.port} dbname={DATABASE} user=postgres password={PASSWORD}"
        )
        options = gdal.VectorTranslateOptions(
            format="PostgreSQL", layerName="before", layerCreationOptions=["GEOMETRY_NAME=geom", "FID=id"]
        )
        if gdal.VectorTranslate(target, str(areas), options=options) is None:
            raise SystemExit(f"the table could not be made: {gdal.GetLastErrorMsg()}")
        self.server.run("ALTER TABLE before ALTER id DROP DEFAULT", "DROP SEQUENCE before_id_seq")
        self.reset()

    def keep(self) -> None:
        self.server.run("DROP TABLE before", "ALTER TABLE areas RENAME TO before")
        self.reset()

    def reset(self) -> None:
        self.server.run(
            "DROP TABLE IF EXISTS areas",
            "CREATE TABLE areas (LIKE before INCLUDING ALL)",
            "INSERT INTO areas SELECT * FROM before",
            f"ALTER TABLE areas OWNER TO {GROUP}",
            "GRANT SELECT ON areas TO reader",
            "ANALYZE areas",
        )

    def open(self) -> QgsVectorLayer:
        return QgsVectorLayer(self.source()[len("postgres:") :], "areas", "postgres")

    def source(self) -> str:
        """What window.py opens."""
        return "postgres:" + uri(self.server, "areas", user=self.user, port=self.port).uri(False)

    def check(self) -> list[str]:
        return [] if self.open().isValid() else ["QGIS cannot open it"]

    def digest(self) -> str:
        if not self.server.rows("SELECT to_regclass('areas')")[0][0]:
            raise Gone
        about = all_but_need(self.server, only=("areas",))
        columns = self.server.rows(
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute "
            "WHERE attrelid = 'areas'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
        )
        names = ", ".join(f'"{name}"' for name, _ in columns if name.startswith("need_")) or "1"
        values = self.server.rows(
            f"SELECT md5(string_agg(ROW(id, {names})::text, '' ORDER BY id)) FROM areas"
        )
        return hashlib.sha256(repr((about, columns, values)).encode()).hexdigest()

    def settle(self) -> None:
        """Wait until the server has noticed who is gone."""
        self.server.wait_until_alone()


Store = Union[FileStore, PostgisStore]
