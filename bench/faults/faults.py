# SPDX-License-Identifier: GPL-2.0-or-later
"""The faults: each a function that runs its trials on a format and tells what came out."""

from __future__ import annotations

import os
import pwd
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Callable, Iterator

from faults.stores import FileStore, PostgisStore
from faults.trials import Bench, Row, beside
from support.cut_proxy import CutProxy
from support.postgis_tables import COLLEAGUE, READER

Fault = Callable[[Bench, int], Row]
_KILLS_AT_MOST = 4  # times as many trials as kills are wanted, since some come after the end


def killed(bench: Bench, wanted: int) -> Row:
    """kill -9 at random moments of the write."""
    row = Row(bench.store.name, "kill -9 in the write")
    while row.hit < wanted and row.trials < _KILLS_AT_MOST * wanted:
        bench.store.reset()
        said = bench.write(bench.after(lambda child: os.kill(child, signal.SIGKILL)))
        row.hit += said.outcome == ""
        bench.judge(row, said)
    return row


def disk_full(bench: Bench, wanted: int) -> Row:
    """A disk with less room than the write takes."""
    row = Row(bench.store.name, "disk full")
    if os.geteuid() != 0:
        row.remark("skipped: needs root, to make a small disk")
        return row
    for trial in range(wanted):
        share = (trial + 1) / (wanted + 1)
        if isinstance(bench.store, PostgisStore):
            _table_on_a_small_disk(bench, row, share)
        else:
            _file_on_a_small_disk(bench, row, share, all_of_it=bool(trial % 2))
    return row


def _file_on_a_small_disk(bench: Bench, row: Row, share: float, *, all_of_it: bool) -> None:
    store = bench.store
    store.reset()
    room = sum(path.stat().st_size for path in store.place.iterdir())
    with small_disk(store.place, room + 65536 + int(share * store.bytes_needed())):
        store.reset()
        # Where temporary files go is full as well, or is another disk.
        first = (lambda: os.environ.update(TMPDIR=str(store.place))) if all_of_it else (lambda: None)
        said = bench.write(lambda _: None, first=lambda: (first(), _forget_temporary_folder()))
        row.hit += said.outcome == "refused"
        bench.judge(row, said)
    store.reset()


def _forget_temporary_folder() -> None:
    tempfile.tempdir = None


def _table_on_a_small_disk(bench: Bench, row: Row, share: float) -> None:
    store = bench.store
    # Indexes stay where they are; a row that is updated is written again, its long shapes are not.
    store.reset()
    sizes = "SELECT pg_table_size('areas'), pg_relation_size('areas')"
    there, needed = store.server.rows(sizes)[0]
    folder = store.server.folder / "small"
    folder.mkdir(exist_ok=True)
    store.server.run("DROP TABLE areas")
    with small_disk(folder, there + 200_000 + int(share * needed * 0.9)):
        shutil.chown(folder, "postgres", "postgres")
        store.server.run(f"CREATE TABLESPACE small LOCATION '{folder}'")
        try:
            store.reset()
            store.server.run("ALTER TABLE areas SET TABLESPACE small", "CHECKPOINT")
            said = bench.write(lambda _: None)
            row.hit += said.outcome == "refused"
            bench.judge(row, said)
        finally:
            store.server.run("DROP TABLE IF EXISTS areas", "CHECKPOINT", "DROP TABLESPACE small")
    store.reset()


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[None]:
    """A file system of its own, in memory, so large and no larger."""
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def size_limit(bench: Bench, wanted: int) -> Row:
    """A limit on the size of files, as a quota sets it."""
    row = Row(bench.store.name, "file may grow no larger")
    if isinstance(bench.store, PostgisStore):
        row.remark("skipped: the server writes the files")
        return row

    def limit(most: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    for trial in range(wanted):
        bench.store.reset()
        most = int(bench.store.bytes_needed() * (trial + 1) / (wanted + 1))
        said = bench.write(lambda _: None, first=lambda most=most: limit(most))
        row.hit += said.outcome == "refused"
        bench.judge(row, said)
    return row


def locked(bench: Bench, wanted: int) -> Row:
    """Another process takes hold of the layer before the write begins: for good, or for a moment."""
    row = Row(bench.store.name, "locked by another process")
    for trial in range(wanted):
        bench.store.reset()
        with ExitStack() as held:
            seconds = 0.5 if trial % 2 else None
            said = bench.write(
                lambda _: None,
                ready=lambda held=held, seconds=seconds: held.enter_context(_held(bench, seconds)),
                limit=4.0,
            )
        row.hit += said.outcome in ("refused", "stopped")
        bench.judge(row, said)
    return row


@contextmanager
def _held(bench: Bench, seconds: float | None) -> Iterator[None]:
    """The layer held by somebody else, until the end or for so many seconds."""
    store = bench.store
    if isinstance(store, PostgisStore):
        connection = store.server.connect(COLLEAGUE)
        connection.cursor().execute("BEGIN")
        connection.cursor().execute("SELECT 1 FROM areas WHERE id = 7 FOR UPDATE")
        let_go: Callable[[], None] = connection.close
    elif store.name == "GeoPackage":
        database = sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
        database.execute("BEGIN EXCLUSIVE")
        let_go = database.close
    else:
        let_go = _another_writer(store)
    timer = None if seconds is None else beside(let_go, seconds)
    try:
        yield
    finally:
        if timer is None:
            let_go()
        else:
            timer.join()


def _another_writer(store: FileStore) -> Callable[[], None]:
    """A second writer of ours, which has begun and not ended: a file is locked by nobody else on Linux."""
    from vru_need_plugin.layers.writing.workshop import workshop

    at_work = workshop(store.path.with_suffix(".dbf") if store.path.suffix == ".shp" else store.path)
    at_work.__enter__()
    return lambda: at_work.__exit__(None, None, None)


def read_only(bench: Bench, wanted: int) -> Row:
    """The file, its folder, or the user's rights are read-only."""
    row = Row(bench.store.name, "read-only")
    if isinstance(bench.store, PostgisStore):
        for _ in range(wanted):
            bench.store.reset()
            bench.store.user = READER
            said = bench.write(lambda _: None)
            bench.store.user = type(bench.store)(bench.store.server).user
            row.hit += said.outcome == "refused"
            bench.judge(row, said)
        return row
    if os.geteuid() != 0:
        row.remark("skipped: needs root, to be another user")
        return row
    nobody = pwd.getpwnam("nobody")

    def become_nobody() -> None:
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)

    for trial in range(wanted):
        bench.store.reset()
        folder_too = trial % 2 == 0
        os.chmod(bench.store.place, 0o555 if folder_too else 0o777)
        for path in bench.store.place.iterdir():
            os.chmod(path, 0o444)
        said = bench.write(lambda _: None, first=become_nobody)
        row.hit += said.outcome == "refused"
        bench.judge(row, said)
        os.chmod(bench.store.place, 0o755)
    return row


def removed(bench: Bench, wanted: int) -> Row:
    """The file, or the table, is removed in mid-write."""
    row = Row(bench.store.name, "removed in mid-write")

    def remove(_: int) -> None:
        if isinstance(bench.store, PostgisStore):
            bench.store.server.run("DROP TABLE areas")
        else:
            for path in list(bench.store.place.iterdir()):
                if path.is_file():
                    path.unlink()

    for _ in range(wanted):
        bench.store.reset()
        said = bench.write(bench.after(remove))
        row.hit += said.outcome == "refused"
        bench.judge(row, said, may_be_gone=True)
    return row


def network_cut(bench: Bench, wanted: int) -> Row:
    """The connection breaks at random moments of the write."""
    row = Row(bench.store.name, "network cut in the write")
    store = bench.store
    if not isinstance(store, PostgisStore):
        row.remark("skipped: no network")
        return row
    for trial in range(wanted):
        store.reset()
        with CutProxy(store.server.port) as proxy:
            store.port = proxy.port
            act = proxy.cut if trial % 2 else proxy.break_all  # for good, or so that one can connect again
            said = bench.write(bench.after(lambda _, act=act: act()))
            store.port = store.server.port
        row.hit += said.outcome == "refused"
        bench.judge(row, said)
    return row


FAULTS: dict[str, Fault] = {
    "kill": killed,
    "full": disk_full,
    "limit": size_limit,
    "locked": locked,
    "readonly": read_only,
    "removed": removed,
    "cut": network_cut,
}
