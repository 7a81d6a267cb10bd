# SPDX-License-Identifier: GPL-2.0-or-later
"""A scenario from a stranger sends QGIS nowhere: not to the network, not to a device, not to a pipe."""

from __future__ import annotations

import os
import socket
import threading

import pytest
from qgis.PyQt.QtWidgets import QMessageBox

from support.dock_window import Window
from support.small_town import SCORES, small_town
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.layers.ogr_files import list_sources
from vru_need_plugin.scenario import codec
from vru_need_plugin.scenario.servers import other_servers, server_of


@pytest.fixture
def listener():
    """A server on this machine that notes each call; nobody should call."""
    calls = []
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(50)

    def serve():
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            calls.append(connection.recv(100))
            connection.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/x", calls
    server.close()


VRT = (
    "<OGRVRTDataSource><OGRVRTLayer name='x'><SrcDataSource>/vsicurl/{url}.csv</SrcDataSource></OGRVRTLayer>"
    "</OGRVRTDataSource>"
)
WFS = "<OGRWFSDataSource><URL>{url}</URL></OGRWFSDataSource>"
GML = (
    '<?xml version="1.0"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://example.org '
    '{url}?service=WFS&amp;request=DescribeFeatureType" xmlns:gml="http://www.opengis.net/gml">'
    "</wfs:FeatureCollection>"
)
WMS = '<GDAL_WMS><Service name="WMS"><ServerUrl>{url}?</ServerUrl></Service></GDAL_WMS>'
KML = (
    '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link>'
    "<href>{url}</href></Link></NetworkLink><Placemark><name>a</name><styleUrl>{url}#s</styleUrl>"
    "<Point><coordinates>1,1</coordinates></Point></Placemark></Document></kml>"
)
RASTER = (
    '<VRTDataset rasterXSize="20" rasterYSize="20"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
    '<SourceFilename relativeToVRT="0">/vsicurl/{url}.tif</SourceFilename></SimpleSource></VRTRasterBand>'
    "</VRTDataset>"
)
FEATURES = '{{"type": "FeatureCollection", "features": [], "links": [{{"rel": "next", "href": "{url}"}}]}}'
LEADING_ON = {
    "layer.vrt": VRT, "table.gpkg": VRT, "table.xlsx": VRT, "layer.xml": WFS, "layer.gml": GML,
    "table.ods": WMS,
    "layer.kml": KML, "raster.vrt": RASTER, "layer.geojson": FEATURES, "layer.json": FEATURES,
}  # fmt: skip


@pytest.mark.parametrize("name", LEADING_ON)
@pytest.mark.parametrize("part", ["areas", "table"])
def test_a_file_that_leads_to_the_network_is_not_followed(job, refused, listener, name, part):
    url, calls = listener
    job.write(name, LEADING_ON[name].format(url=url))
    if part == "areas":
        job.scenario["areas"]["source"] = name
    else:
        job.table()["source"] = name
    refused()
    assert calls == []


NO_FILES = [
    "{url}.csv", "/vsicurl/{url}.csv", "/vsizip/vsicurl/{url}.zip", "/vsizip/{{/vsicurl/{url}.zip}}/a.csv",
    "PG:host=127.0.0.1 port=1 dbname=x", "MYSQL:x,host=127.0.0.1", "WFS:{url}", "OAPIF:{url}", "CSW:{url}",
    "HTTP:{url}", "MongoDBv3:{url}", "ODBC:x@y", "/vsistdin/", "/vsistdin?buffer_limit=-1", "/vsimem/x.csv",
    "/vsisubfile/0_100,/etc/passwd", "/vsisparse/x.xml", "GeoJSON:{url}", "ESRIJSON:{url}", VRT,
    "CSV:/etc/passwd", "file:///etc/passwd", "memory?field=code:string", "project:", "|layername=x",
    "wards.gpkg|layername=",
]  # fmt: skip


@pytest.mark.parametrize("source", NO_FILES)
@pytest.mark.parametrize("part", ["areas", "table"])
def test_what_names_no_file_is_not_opened(job, refused, listener, source, part):
    url, calls = listener
    text = source.format(url=url)
    if part == "areas":
        job.scenario["areas"]["source"] = text
        job.scenario["areas"]["code_field"] = "nothing"
    else:
        job.table()["source"] = text
    refused()
    assert calls == []


def test_a_path_that_climbs_is_a_file_like_any_other(job, score_areas, tmp_path_factory):
    """Tables lie beside, above or far from a scenario; what is read stays on this computer."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "crime.csv"
    elsewhere.write_bytes((job.folder / "crime.csv").read_bytes())
    job.table()["source"] = os.path.relpath(elsewhere, job.folder)
    assert job.table()["source"].startswith("..")
    job.score(score_areas)
    job.table()["source"] = "../" * 40 + str(elsewhere)[1:]
    job.score(score_areas)


@pytest.mark.parametrize("source", ["../../../../../../etc/passwd", "/etc/passwd"])
def test_a_file_of_the_system_is_no_table(job, refused, source):
    job.table()["source"] = source
    refused("passwd")


def fifo(path):
    os.mkfifo(path)


def zero(path):
    os.symlink("/dev/zero", path)


def loop(path):
    os.symlink(path.name, path)


@pytest.mark.parametrize("make", [fifo, zero, loop, os.mkdir])
@pytest.mark.parametrize(
    "name", ["crime.csv", "crime.xlsx", "crime.ods", "crime.gpkg", "crime.dbf", "wards.gpkg"]
)
def test_what_is_no_ordinary_file_is_not_waited_for(job, refused, make, name):
    (job.folder / name).unlink(missing_ok=True)
    make(job.folder / name)
    if not name.startswith("wards"):
        job.table()["source"] = name
    refused(name)


@pytest.mark.parametrize("make", [fifo, zero, loop, os.mkdir])
def test_nor_for_a_scenario(job, refused, make):
    make(job.folder / "odd.json")
    refused("odd.json", SCENARIO=str(job.folder / "odd.json"))


def test_a_link_to_a_file_is_that_file(job, score_areas):
    (job.folder / "crime.csv").rename(job.folder / "real.csv")
    os.symlink("real.csv", job.folder / "crime.csv")
    job.score(score_areas)


def test_a_name_with_a_zero_byte_is_no_file(job, refused):
    job.table()["source"] = "crime\0.csv"
    refused("crime")


# Other computers


@pytest.mark.parametrize(
    ("path", "server"),
    [
        (r"\\Evil\share\a.csv", "evil"), ("//evil.example/share/a.csv", "evil.example"),
        (r"\/evil/share", "evil"), (r" \\evil\share", "evil"), (r"\\?\UNC\evil\share", "?"),
        (r"\\.\COM1", "."),
        (r"C:\data\a.csv", None), ("/data/a.csv", None), ("data//a.csv", None), ("a.csv", None), ("", None),
    ],
)  # fmt: skip
def test_the_computer_in_a_path(path, server):
    assert server_of(path) == server


def test_a_scenario_may_lead_to_the_computer_it_lies_on_and_is_asked_about_others(job, tmp_path):
    job.table(0)["source"] = r"\\council\data\crime.csv"
    job.table(1)["source"] = "//evil/share/trust.csv"
    scenario = codec.load(job.write_scenario())
    assert other_servers(scenario, tmp_path) == ("council", "evil")
    assert other_servers(scenario, type(tmp_path)("//Council/gis")) == ("evil",)


@pytest.mark.parametrize(
    "source", [r"\\evil\share\crime.csv", "//evil/share/crime.csv", r"\\.\PhysicalDrive0"]
)
def test_processing_goes_to_no_other_computer(job, refused, monkeypatch, source):
    job.table()["source"] = source
    refused("another computer")


@pytest.mark.parametrize(("answer", "opens"), [("Open", True), ("Cancel", False)])
def test_the_dock_asks_before_it_goes_to_another_computer(
    qgis_new_project, tmp_path, monkeypatch, answer, opens
):
    town = small_town(tmp_path)
    text = town.read_text().replace('"figures.csv"', '"//evil<b>/share/figures.csv"')
    town.write_text(text)
    asked = []
    button = getattr(QMessageBox.StandardButton, answer)
    monkeypatch.setattr(QMessageBox, "question", lambda *told: (asked.append(told[2]), button)[1])
    window = Window()
    try:
        assert window.dock.open_scenario(town) is opens
        assert len(asked) == 1
        assert "evil&lt;b&gt;" in asked[0]
        assert (window.session.path is not None) is opens
    finally:
        window.close()


def test_no_question_is_asked_about_files_of_this_computer(qgis_new_project, tmp_path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *told: pytest.fail(str(told)))
    window = Window()
    try:
        assert window.dock.open_scenario(small_town(tmp_path))
        assert window.session.result is not None
        assert len(window.session.areas.codes) == len(SCORES)
    finally:
        window.close()


def test_a_file_of_an_unsafe_kind_says_what_to_do(tmp_path, qgis_app):
    (tmp_path / "layer.vrt").write_text(VRT.format(url="http://127.0.0.1:1/x"))
    with pytest.raises(NeedError, match=r"can lead to other files and services.*add it to the project"):
        list_sources(tmp_path / "layer.vrt")
