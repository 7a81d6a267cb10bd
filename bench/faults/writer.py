# SPDX-License-Identifier: GPL-2.0-or-later
"""The process that writes, and may be killed: a fork, so that nothing has to be loaded for each trial."""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
import traceback
from typing import Any, Callable, NamedTuple

from qgis.core import QgsVectorLayer

from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.core.output import OutputField
from vru_need_plugin.layers.write import prepare_write
from vru_need_plugin.layers.writing.aside import remove_all

_PATIENCE = 120.0


class Said(NamedTuple):
    """What the writer said.

    Attributes
    ----------
    outcome
        "written", "refused", "stopped", or "" where it was killed before it could say.
    words
        The error, for a person.
    seconds
        From the start of the write to its end.
    """

    outcome: str
    words: str
    seconds: float


class Deadline:
    """A user who stops after so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def isCanceled(self) -> bool:
        return time.monotonic() > self._end

    def setProgress(self, progress: float) -> None:
        pass


def plugin(
    layer: QgsVectorLayer, fields: list[OutputField], started: Callable[[], None], limit: float
) -> None:
    """Write as the plugin does."""
    prepared = prepare_write(layer, fields, "need_", keep_old=True)
    started()
    prepared.finish(layer, prepared.run(Deadline(limit)))


def naive(
    layer: QgsVectorLayer, fields: list[OutputField], started: Callable[[], None], limit: float
) -> None:
    """Write as one should not: one half, a long while of nothing, the other half.

    For seeing that the harness sees it. The while is much longer than the rest on any machine,
    so that nearly every moment of the write is one at which the layer is half written.
    """
    started()
    start = time.monotonic()
    provider = layer.dataProvider()
    ids = [feature.id() for feature in layer.getFeatures()]
    indexes = {field.name: layer.fields().indexFromName(field.name) for field in fields}
    known = [field for field in fields if indexes[field.name] >= 0]
    half = len(ids) // 2
    for part in (range(half), range(half, len(ids))):
        provider.changeAttributeValues(
            {ids[at]: {indexes[field.name]: field.values[at] for field in known} for at in part}
        )
        if part.start == 0:
            time.sleep(max(0.3, 10 * (time.monotonic() - start)))


def write_in_a_fork(
    open_layer: Callable[[], QgsVectorLayer],
    fields: list[OutputField],
    way: Callable[..., None],
    meanwhile: Callable[[int], None],
    first: Callable[[], None] = lambda: None,
    ready: Callable[[], object] = lambda: None,
    limit: float = _PATIENCE,
) -> Said:
    """Write in another process.

    Parameters
    ----------
    meanwhile
        Called with the process's id once the write has begun.
    first
        Called in the other process before anything.
    ready
        Called once the write is prepared, before it begins.
    limit
        Seconds after which the user stops the write.
    """
    reading, writing = os.pipe()
    hearing, telling = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            os.close(telling)
            _be_the_writer(writing, hearing, open_layer, fields, way, first, limit)
        finally:
            os._exit(1)
    os.close(writing)
    os.close(hearing)
    try:
        with os.fdopen(reading, "rb", buffering=0) as pipe:
            last = _line(pipe)
            if last.get("prepared"):
                ready()
                os.write(telling, b"!")
                meanwhile(child)
                last = _line(pipe)
    finally:
        os.close(telling)
        _reap(child)
    return Said(last.get("outcome", ""), last.get("words", ""), last.get("seconds", 0.0))


def _be_the_writer(
    pipe: int,
    hearing: int,
    open_layer: Callable[[], QgsVectorLayer],
    fields: list[OutputField],
    way: Callable[..., None],
    first: Callable[[], None],
    limit: float,
) -> None:
    started_at = time.monotonic()

    def say(**words: Any) -> None:
        os.write(pipe, json.dumps(words).encode() + b"\n")

    def started() -> None:
        nonlocal started_at
        say(prepared=True)
        os.read(hearing, 1)
        started_at = time.monotonic()

    outcome, words = "written", ""
    try:
        first()
        way(open_layer(), fields, started, limit)
    except NeedError as error:
        outcome, words = "refused", str(error)
    except Cancelled:
        outcome = "stopped"
    except BaseException:
        outcome, words = "broken", traceback.format_exc()
    say(outcome=outcome, words=words, seconds=time.monotonic() - started_at)
    remove_all()
    os._exit(0)


def _line(pipe: Any) -> dict[str, Any]:
    """The next thing that is said; nothing where there will be none."""
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([pipe], [], [], _PATIENCE)
        if not ready:
            raise SystemExit("the writer has fallen silent")
        byte = pipe.read(1)
        if not byte:
            return {}
        line += byte
    return json.loads(line)


def _reap(child: int) -> None:
    end = time.monotonic() + 3
    while time.monotonic() < end:
        if os.waitpid(child, os.WNOHANG)[0]:
            return
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
