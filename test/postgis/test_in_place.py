# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores go on to a PostGIS table in one transaction, exactly, and nothing else of the database changes."""

from __future__ import annotations

import pytest

from support.layers import cells, field_names, need_outputs
from support.postgis_tables import (
    COLLEAGUE,
    all_but_need,
    make_wards,
    need_columns,
    need_rows,
    need_values,
    open_wards,
    quoted,
)
from vru_need_plugin.core.messages import NeedError
from vru_need_plugin.core.output import FieldKind, OutputField
from vru_need_plugin.layers.write import prepare_write, write_in_place
from vru_need_plugin.layers.writing.postgis.write import PostgisWrite

TYPES = {
    "need_score": "double precision",
    "need_rank": "integer",
    "need_flags": "text",
    "need_f01": "integer",
    "need_f02": "integer",
}


def by_code(layer, name):
    return {feature["code"]: value for feature, value in zip(layer.getFeatures(), cells(layer, name))}


def test_the_values_are_there_with_exact_types_and_the_rest_is_as_it_was(server):
    server.run(
        'ALTER TABLE wards ADD COLUMN centre geometry(Point, 27700), ADD COLUMN "Odd Name" numeric(8,2), '
        "ADD COLUMN area float8 GENERATED ALWAYS AS (ST_Area(geom)) STORED, ADD CHECK (code <> '')",
        "UPDATE wards SET centre = ST_Centroid(geom)",
        "CREATE INDEX wards_geom ON wards USING gist (geom)",
        "COMMENT ON COLUMN wards.name IS 'as printed'",
        "DROP TABLE IF EXISTS notes",
        "CREATE TABLE notes AS SELECT code, 'mine' AS need_note FROM wards",
    )
    before = all_but_need(server)
    layer = open_wards(server)
    report = write_in_place(layer, need_outputs([2.5, None, 1 / 3]), "need_")
    assert (report.areas, report.fields, report.saved) == (3, tuple(TYPES), True)
    assert need_columns(server) == TYPES
    assert need_rows(server) == [
        (2.5, 1, "", 1, 0),
        (None, 2, "robbery", 0, 1),
        (1 / 3, 3, "robbery;robbery", 1, 0),
    ]
    assert all_but_need(server) == before


def test_the_layer_shows_it_at_once_and_another_one_finds_it(server):
    layer = open_wards(server)
    write_in_place(layer, need_outputs([2.5, None, 0.0]), "need_")
    for shown in (layer, open_wards(server, user=COLLEAGUE)):
        assert by_code(shown, "need_score") == {"E05000001": 2.5, "E05000002": None, "E05000003": 0.0}
    assert layer.attributeDisplayName(layer.fields().indexFromName("need_f02")) == "Measure 2"


def test_the_user_is_told_before_that_the_table_is_shared(server):
    prepared = prepare_write(open_wards(server), need_outputs([1, 2, 3]), "need_")
    assert isinstance(prepared.write, PostgisWrite)
    assert any("“public.wards” is a table of a database" in str(note) for note in prepared.notes)
    assert need_columns(server) == {}


def test_scoring_again_overwrites_and_removes_what_is_left_over(server):
    layer = open_wards(server)
    write_in_place(layer, need_outputs([1, 2, 3], flags=4), "need_")
    before = all_but_need(server)
    report = write_in_place(layer, need_outputs([None, 5.5, 6.0], flags=1), "need_")
    assert report.removed == ("need_f02", "need_f03", "need_f04")
    assert list(need_columns(server)) == [*list(TYPES)[:3], "need_f01"]
    assert field_names(layer)[-1] == "need_f01"
    assert need_values(need_rows(server), 0) == [None, 5.5, 6.0]
    assert all_but_need(server) == before


def test_rows_that_hold_the_values_already_are_not_touched(server):
    layer = open_wards(server)
    write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    before = server.rows("SELECT code, xmin::text FROM wards ORDER BY code")
    write_in_place(layer, need_outputs([1, 2, 4.5]), "need_")
    after = server.rows("SELECT code, xmin::text FROM wards ORDER BY code")
    assert [old == new for old, new in zip(before, after)] == [True, True, False]


def test_a_left_over_column_that_a_view_needs_stays_empty(server):
    layer = open_wards(server)
    write_in_place(layer, need_outputs([1, 2, 3], flags=3), "need_")
    server.run("CREATE VIEW mine AS SELECT code, need_f03 FROM wards")
    report = write_in_place(layer, need_outputs([1, 2, 3], flags=1), "need_")
    assert (report.removed, report.emptied) == (("need_f02",), ("need_f03",))
    assert server.rows("SELECT need_f03 FROM mine") == [(None,)] * 3


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("id serial PRIMARY KEY", None),
        ("id bigserial PRIMARY KEY", None),
        ("id smallint PRIMARY KEY", None),
        ("id integer PRIMARY KEY", "UPDATE {} SET id = -id"),
        ("id text PRIMARY KEY", "UPDATE {} SET id = E'k\\'\"\\\\%s' || id"),
        ("id varchar(9) PRIMARY KEY", None),
        ("id uuid PRIMARY KEY DEFAULT gen_random_uuid()", ""),
    ],
    ids=["serial", "bigserial", "smallint", "negative", "text", "varchar", "uuid"],
)
def test_values_go_to_their_areas_whatever_the_key_and_again_after_the_rows_have_moved(server, key, change):
    if change == "":
        server.run(
            "DROP TABLE IF EXISTS keyed",
            f"CREATE TABLE keyed ({key}, code text, geom geometry(Polygon, 27700))",
            "INSERT INTO keyed (code, geom) SELECT code, geom FROM wards",
            "ALTER TABLE keyed OWNER TO gis_team",
        )
    else:
        make_wards(server, "keyed", key=key)
        if change:
            server.run(change.format("keyed"))
    layer = open_wards(server, "keyed")
    wanted = {"E05000001": 1.5, "E05000002": None, "E05000003": 3.5}
    codes = {feature.id(): feature["code"] for feature in layer.getFeatures()}
    for _ in range(2):  # an update moves rows, and with them the order in which QGIS reads them
        ids = list(codes)
        write_in_place(layer, need_outputs([wanted[codes[i]] for i in ids]), "need_", feature_ids=ids)
        assert dict(server.rows("SELECT code, need_score FROM keyed")) == wanted
        wanted = {"E05000001": None, "E05000002": 2.25, "E05000003": 0.0}
        server.run("UPDATE keyed SET code = code WHERE code = 'E05000001'")


def test_a_key_of_two_columns(server):
    server.run(
        "DROP TABLE IF EXISTS keyed",
        'CREATE TABLE keyed (id integer, "Part" text, code text, geom geometry(Polygon, 27700), '
        'PRIMARY KEY (id, "Part"))',
        "INSERT INTO keyed SELECT 1, right(code, 1), code, geom FROM wards",
        "ALTER TABLE keyed OWNER TO gis_team",
    )
    layer = open_wards(server, "keyed", key="id,Part")
    if not layer.isValid() or len(layer.primaryKeyAttributes()) != 2:
        layer = open_wards(server, "keyed", key="'id','Part'")
    write_in_place(layer, need_outputs([1.0, 2.0, 3.0]), "need_")
    assert dict(server.rows("SELECT code, need_score FROM keyed")) == by_code(layer, "need_score")


@pytest.mark.parametrize(("schema", "name"), [("London Wards", 'it\'s "the" %s one'), ("ümläute", "Wärds")])
def test_odd_names_are_quoted(server, schema, name):
    make_wards(server, name, schema=schema)
    before = all_but_need(server)
    layer = open_wards(server, name, schema=schema)
    write_in_place(layer, need_outputs([1.0, 2.0, None], flags=2), "need_")
    write_in_place(layer, need_outputs([1.0, 2.0, 4.0], flags=1), "need_")
    assert need_values(need_rows(server, name, schema), 0) == [1.0, 2.0, 4.0]
    assert all_but_need(server) == before
    server.run(f"DROP SCHEMA {quoted(schema)} CASCADE")


def test_a_table_without_a_schema_in_its_source_is_the_one_on_the_search_path(server):
    layer = open_wards(server, schema="")
    write_in_place(layer, need_outputs([1.0, 2.0, None]), "need_")
    assert need_values(need_rows(server), 0) == [1.0, 2.0, None]


def test_a_table_in_parts(server):
    server.run(
        "DROP TABLE IF EXISTS parted",
        "CREATE TABLE parted (id integer PRIMARY KEY, code text, geom geometry(Polygon, 27700)) "
        "PARTITION BY RANGE (id)",
        "CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (2)",
        "CREATE TABLE parted_high PARTITION OF parted FOR VALUES FROM (2) TO (9)",
        "INSERT INTO parted SELECT id, code, geom FROM wards",
        *(f"ALTER TABLE {part} OWNER TO gis_team" for part in ("parted", "parted_low", "parted_high")),
    )
    layer = open_wards(server, "parted")
    write_in_place(layer, need_outputs([1.0, None, 3.0]), "need_")
    assert need_values(need_rows(server, "parted"), 0) == [1.0, None, 3.0]
    server.run("DROP TABLE parted")


class TestAFilteredLayer:
    def test_the_other_areas_keep_their_scores(self, server):
        write_in_place(open_wards(server), need_outputs([1.0, 2.0, 3.0]), "need_")
        layer = open_wards(server, subset="\"code\" <> 'E05000002'")
        write_in_place(layer, need_outputs([7.0, 9.0]), "need_")
        assert need_values(need_rows(server), 0) == [7.0, 2.0, 9.0]

    def test_a_column_that_others_use_is_emptied_for_these_areas_and_not_removed(self, server):
        write_in_place(open_wards(server), need_outputs([1.0, 2.0, 3.0], flags=2), "need_")
        layer = open_wards(server, subset="code <> 'E05000002' AND name LIKE 'Ward%'")
        report = write_in_place(layer, need_outputs([7.0, 9.0], flags=1), "need_")
        assert (report.removed, report.emptied) == ((), ("need_f02",))
        assert server.rows("SELECT code, need_f02 FROM wards ORDER BY code") == [
            ("E05000001", None),
            ("E05000002", 1),
            ("E05000003", None),
        ]


class TestColumnsThatAreThere:
    @pytest.mark.parametrize("kind", ["numeric", "real", "numeric(12,3)"])
    def test_a_number_that_the_column_can_hold_is_written(self, server, kind):
        make_wards(server, more=f", need_score {kind}")
        write_in_place(open_wards(server), need_outputs([0.5, None, 12.125]), "need_")
        assert [None if v is None else float(v) for v in need_values(need_rows(server), 0)] == [
            0.5,
            None,
            12.125,
        ]

    @pytest.mark.parametrize(("kind", "score"), [("real", 0.1), ("numeric(12,3)", 1 / 3)])
    def test_a_number_that_it_would_round_is_refused(self, server, kind, score):
        make_wards(server, more=f", need_score {kind}")
        before = need_rows(server)
        with pytest.raises(NeedError, match=r"For 1 areas .* a column's type rounds them"):
            write_in_place(open_wards(server), need_outputs([score, 1.0, 2.0]), "need_")
        assert need_rows(server) == before
        assert list(need_columns(server)) == ["need_score"]

    def test_digits_are_kept_in_a_column_of_any_precision(self, server):
        make_wards(server, more=", need_score numeric")
        write_in_place(open_wards(server), need_outputs([1 / 3, 2 / 3, 0.1 + 0.2]), "need_")
        assert [float(v) for v in need_values(need_rows(server), 0)] == [1 / 3, 2 / 3, 0.1 + 0.2]

    def test_texts_are_cut_at_a_whole_id_where_the_column_is_short_and_never_by_the_database(self, server):
        make_wards(server, more=", need_flags varchar(10)")
        outputs = [OutputField("need_flags", FieldKind.TEXT, "Which", "", ["robbery;arson", None, "x"])]
        report = write_in_place(open_wards(server), outputs, "need_")
        assert need_values(need_rows(server), 0) == ["robbery", None, "x"]
        assert any("10 characters" in str(note) for note in report.notes)

    def test_texts_of_any_characters_arrive_as_they_are(self, server):
        texts = ['a"b\\c', "{x,y};NULL", "Z\u00fcrich \u2603 %s 'q' \n"]
        outputs = [OutputField("need_flags", FieldKind.TEXT, "Which", "", texts)]
        write_in_place(open_wards(server), outputs, "need_")
        assert need_values(need_rows(server), 0) == texts

    def test_one_that_the_database_calculates_is_refused(self, server):
        make_wards(server, more=", need_score float8 GENERATED ALWAYS AS (2 * id) STORED")
        with pytest.raises(NeedError, match=r"“need_score” of “public.wards” is calculated by the database"):
            write_in_place(open_wards(server), need_outputs([1, 2, 3]), "need_")


class TestTheTablesOwnRules:
    def test_its_triggers_run_and_its_audit_is_kept(self, server):
        server.run(
            "DROP TABLE IF EXISTS audit",
            "CREATE TABLE audit (code text)",
            "GRANT INSERT ON audit TO gis_team",
            "CREATE OR REPLACE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS "
            "$$BEGIN INSERT INTO audit VALUES (NEW.code); RETURN NEW; END$$",
            "CREATE TRIGGER noting AFTER UPDATE ON wards FOR EACH ROW EXECUTE FUNCTION note()",
        )
        write_in_place(open_wards(server), need_outputs([1.0, None, 3.0]), "need_")
        assert server.rows("SELECT code FROM audit ORDER BY 1") == [
            ("E05000001",),
            ("E05000002",),
            ("E05000003",),
        ]

    @pytest.mark.parametrize(
        "body",
        ["NEW.need_score := round(NEW.need_score); RETURN NEW;", "RETURN NULL;"],
        ids=["alters", "vetoes"],
    )
    def test_one_that_changes_the_scores_is_noticed_and_nothing_stays(self, server, body):
        server.run(
            "CREATE OR REPLACE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$BEGIN IF NEW.code = 'E05000003' THEN {body} END IF; RETURN NEW; END$$",
            "CREATE TRIGGER meddling BEFORE UPDATE ON wards FOR EACH ROW EXECUTE FUNCTION meddle()",
        )
        with pytest.raises(NeedError, match="For 1 areas of “wards” the database did not keep the scores"):
            write_in_place(open_wards(server), need_outputs([1.0, 2.0, 3.5]), "need_")
        assert need_columns(server) == {}


class TestWhatIsNoTable:
    def test_a_view_is_refused_with_the_way_out(self, server):
        server.run(
            "CREATE OR REPLACE VIEW ward_view AS SELECT id, code, name, geom FROM wards",
            "ALTER VIEW ward_view OWNER TO gis_team",
        )
        with pytest.raises(NeedError, match=r"“public.ward_view” is a view.*Use its table"):
            write_in_place(open_wards(server, "ward_view"), need_outputs([1, 2, 3]), "need_")

    def test_a_table_without_a_primary_key_is_refused(self, server):
        server.run("DROP TABLE IF EXISTS loose", "CREATE TABLE loose AS SELECT code, geom FROM wards")
        server.run("ALTER TABLE loose OWNER TO gis_team")
        with pytest.raises(NeedError, match="no primary key"):
            write_in_place(open_wards(server, "loose", key=""), need_outputs([1, 2, 3]), "need_")

    def test_a_key_that_qgis_cannot_tell_exactly_is_refused(self, server):
        make_wards(server, "keyed", key="id numeric PRIMARY KEY")
        with pytest.raises(NeedError, match="no primary key of whole numbers or texts"):
            write_in_place(open_wards(server, "keyed"), need_outputs([1, 2, 3]), "need_")

    def test_a_key_that_is_none_any_more_is_refused(self, server):
        layer = open_wards(server)
        ids = [feature.id() for feature in layer.getFeatures()]
        server.run(
            "ALTER TABLE wards DROP CONSTRAINT wards_pkey",
            "INSERT INTO wards (id, code) VALUES (2, 'another')",
        )
        with pytest.raises(NeedError, match="Several rows of the table of “wards” have the same key"):
            write_in_place(layer, need_outputs([1, 2, 3]), "need_", feature_ids=ids)
        assert need_columns(server) == {}


def test_areas_that_are_gone_since_are_an_error_and_nothing_is_written(server):
    layer = open_wards(server)
    ids = [feature.id() for feature in layer.getFeatures()]
    server.run("DELETE FROM wards WHERE code = 'E05000002'")
    with pytest.raises(NeedError, match="1 of the areas scored are no longer in “wards”"):
        write_in_place(layer, need_outputs([1, 2, 3]), "need_", feature_ids=ids)
    assert need_columns(server) == {}


def test_a_table_that_is_gone_since_is_an_error(server):
    make_wards(server, "short_lived")
    layer = open_wards(server, "short_lived")
    server.run("DROP TABLE short_lived")
    with pytest.raises(NeedError, match=r"“public.short_lived” is no longer in the database"):
        write_in_place(layer, need_outputs([1, 2, 3]), "need_", feature_ids=[1, 2, 3])


def test_a_column_that_is_gone_since_is_an_error_and_the_layer_then_knows(server):
    layer = open_wards(server)
    write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    server.run("ALTER TABLE wards DROP COLUMN need_rank")
    with pytest.raises(NeedError, match=r"“need_rank” of “public.wards” is no longer there"):
        write_in_place(layer, need_outputs([1, 2, 3]), "need_")
    write_in_place(layer, need_outputs([4, 5, 6]), "need_")
    assert need_values(need_rows(server), 0) == [4, 5, 6]
