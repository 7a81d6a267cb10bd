# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostgreSQL server with PostGIS of the tests' own: on loopback, in a temporary folder, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, List, Optional

from vru_need_plugin.layers.writing.file_lock import FileLock, TakenError

PASSWORD = "loopback"
DATABASE = "london"
_SERVER_USER = "postgres"
_PATIENCE = 90.0
_PREFIX = "vru-need-postgis-"
_PORTS = 5  # to try: between being found free and being taken, a port can go to another program


def why_not() -> Optional[str]:
    """Why no server can be started here; None where one can."""
    if programs() is None:
        return "PostgreSQL is not installed (tools/setup.sh tests does)"
    if not list(Path("/usr/share/postgresql").glob("*/extension/postgis.control")):
        return "PostGIS is not installed (tools/setup.sh tests does)"
    try:
        import psycopg2  # noqa: F401
    except ImportError:
        return "psycopg2 is not installed (it comes with QGIS)"
    if os.geteuid() == 0 and not _has_server_user():
        return f"PostgreSQL does not run as root, and there is no user {_SERVER_USER}"
    return None


def programs() -> Optional[Path]:
    """The folder of Debian's newest PostgreSQL programs, or of those on the path."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    found = shutil.which("initdb")
    if folders:
        return max(folders, key=lambda folder: float(folder.parent.name))
    return Path(found).parent if found else None


def _has_server_user() -> bool:
    try:
        pwd.getpwnam(_SERVER_USER)
    except KeyError:
        return False
    return True


class PostgisServer:
    """A running server; a context manager.

    Attributes
    ----------
    port
        On 127.0.0.1, where nothing else listened.
    """

    host = "127.0.0.1"

    def __init__(self, *, durable: bool = False) -> None:
        self._durable = durable
        self._process: Optional[subprocess.Popen[bytes]] = None
        self._folder: Optional[Path] = None
        self._lock: Optional[FileLock] = None
        self.port = 0

    def __enter__(self) -> PostgisServer:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Make a cluster, start it and wait until it answers, with a database that has PostGIS."""
        _remove_of_the_dead()
        self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = FileLock(self._folder / "in_use")
        password_file = self._folder / "password"
        password_file.write_text(PASSWORD, encoding="ascii")
        if os.geteuid() == 0:
            server_user = pwd.getpwnam(_SERVER_USER)
            for path in (self._folder, password_file):
                os.chown(path, server_user.pw_uid, server_user.pw_gid)
        self._make_cluster(password_file)
        for _ in range(_PORTS):
            self.port = _free_port()
            self._process = subprocess.Popen(self._command(), stdout=subprocess.DEVNULL, stderr=self._log())
            if self._answers():
                break
        else:
            raise RuntimeError(f"PostgreSQL found no free port in {_PORTS} attempts")
        with self.connected(database="postgres") as cursor:
            cursor.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8'")
        with self.connected() as cursor:
            cursor.execute("CREATE EXTENSION postgis")

    @property
    def folder(self) -> Path:
        """Where all of it is."""
        if self._folder is None:
            raise RuntimeError("the server has not been started")
        return self._folder

    def stop(self) -> None:
        """Stop the server and remove all that was of it."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)  # "fast": it ends the connections that are left
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._folder is not None:
            if self._lock is not None:
                self._lock.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = self._lock = None

    def connect(self, user: str = _SERVER_USER, database: str = DATABASE, port: Optional[int] = None) -> Any:
        """A connection in autocommit mode."""
        import psycopg2

        connection = psycopg2.connect(
            host=self.host,
            port=port or self.port,
            dbname=database,
            user=user,
            password=PASSWORD,
            connect_timeout=int(_PATIENCE),
        )
        connection.autocommit = True
        return connection

    def connected(self, user: str = _SERVER_USER, database: str = DATABASE) -> _Cursor:
        """A cursor for a `with` block, its connection closed at the end."""
        return _Cursor(self.connect(user, database))

    def rows(self, sql: str, *values: Any) -> List[Any]:
        """The answer to a query by the superuser."""
        with self.connected() as cursor:
            cursor.execute(sql, values or None)
            return list(cursor.fetchall())

    def run(self, *statements: str) -> None:
        """Run statements as the superuser."""
        with self.connected() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def wait_until_alone(self, application: str = "VRU Need Score") -> None:
        """Wait until no session of this program is left, be it that its process is gone."""
        end = time.monotonic() + _PATIENCE
        query = "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s"
        while self.rows(query, application) != [(0,)]:
            if time.monotonic() > end:
                raise RuntimeError(f"sessions of {application} are still there")
            time.sleep(0.02)

    def _make_cluster(self, password_file: Path) -> None:
        program = [
            str(_needed_programs() / "initdb"),
            "--pgdata",
            str(self._data),
            "--username",
            _SERVER_USER,
        ]
        options = ["--auth", "scram-sha-256", "--pwfile", str(password_file)]
        more = ["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
        subprocess.run(
            [*_as_server_user(), *program, *options, *more], check=True, stdout=subprocess.DEVNULL, cwd="/"
        )

    def _command(self) -> List[str]:
        settings = {
            "listen_addresses": self.host,
            "port": str(self.port),
            "unix_socket_directories": str(self._folder),
            "max_connections": "40",
            "shared_buffers": "128MB",
            "autovacuum": "off",  # it would come in between at moments of its own
            "fsync": "on" if self._durable else "off",
        }
        pairs = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [*_as_server_user(), str(_needed_programs() / "postgres"), "-D", str(self._data), *pairs]

    @property
    def _data(self) -> Path:
        if self._folder is None:
            raise RuntimeError("the server has not been started")
        return self._folder / "data"

    def _log(self) -> Any:
        return (self._data.parent / "log").open("wb")

    def _answers(self) -> bool:
        """Wait until the server answers; False where another program took the port first."""
        end = time.monotonic() + _PATIENCE
        while True:
            has_ended = self._process is not None and self._process.poll() is not None
            error = self._not_yet()
            if error is None and not has_ended:
                return True
            log = (self._data.parent / "log").read_text(errors="replace")
            if has_ended and "Address already in use" in log:
                return False
            if has_ended or time.monotonic() > end:
                raise RuntimeError(f"PostgreSQL did not start: {error}\n{log}")
            time.sleep(0.05)

    def _not_yet(self) -> Optional[str]:
        """Why one cannot connect; None where one can, and to this server and no other of the tests'."""
        try:
            with self.connected(database="postgres") as cursor:
                cursor.execute("SHOW data_directory")
                folder = cursor.fetchone()[0]
        except Exception as error:
            return str(error)
        return None if folder == str(self._data) else f"{folder} is served there"


class _Cursor:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __enter__(self) -> Any:
        return self._connection.cursor()

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def _needed_programs() -> Path:
    found = programs()
    if found is None:
        raise RuntimeError("PostgreSQL is not installed")
    return found


def _remove_of_the_dead() -> None:
    """Remove what processes that were killed have left; their servers have ended with them."""
    for lock_file in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/in_use"):
        folder = lock_file.parent
        with suppress(TakenError, OSError):
            lock = FileLock(lock_file)
            lock.close()
            if lock.is_held:
                shutil.rmtree(folder, ignore_errors=True)


def _as_server_user() -> List[str]:
    """What comes before a command: it must not run as root, and is to end when this process does."""
    if os.geteuid() != 0:
        return ["setpriv", "--pdeathsig", "INT"]
    user = pwd.getpwnam(_SERVER_USER)
    ids = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return ["setpriv", *ids, "--pdeathsig", "INT"]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
