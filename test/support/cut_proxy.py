# SPDX-License-Identifier: GPL-2.0-or-later
"""A network that fails at will: what comes to one port of loopback is handed on to another."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from typing import Callable, List, Optional, Tuple

_CHUNK = 65536
_BROKEN = struct.pack("ii", 1, 0)  # closing sends a reset at once


class CutProxy:
    """Hands connections on to a port of loopback until it is cut or frozen; a context manager.

    Parameters
    ----------
    target
        The port to hand on to.
    watch
        Called with each piece that a client sends, before it is handed on.
    """

    def __init__(self, target: int, watch: Optional[Callable[[bytes], None]] = None) -> None:
        self._target = target
        self._watch = watch
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(20)
        self._pairs: List[Tuple[socket.socket, socket.socket]] = []
        self._flows = threading.Event()
        self._flows.set()
        self._ended = False
        self._deaf = False
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> CutProxy:
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()

    def cut(self) -> None:
        """Break every connection, and take no new one."""
        self._ended = True
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # which wakes whoever accepts
        self._listener.close()
        self.break_all()
        self._flows.set()

    def break_all(self) -> None:
        """Break every connection that there is; new ones are taken."""
        pairs, self._pairs = self._pairs, []
        for pair in pairs:
            for end in pair:
                with contextlib.suppress(OSError):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _BROKEN)
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def answer_is_lost(self) -> None:
        """Let what clients have said reach the server, and break the connections before it has answered."""
        self._deaf = True

    def freeze(self) -> None:
        """Hand nothing on any more, without a word to either side."""
        self._flows.clear()

    def thaw(self) -> None:
        """Hand on again."""
        self._flows.set()

    def _accept(self) -> None:
        while not self._ended:
            try:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                continue
            self._pairs.append((near, far))
            for source, sink, watch in ((near, far, self._watch), (far, near, None)):
                threading.Thread(target=self._hand_on, args=(source, sink, watch), daemon=True).start()

    def _hand_on(
        self, source: socket.socket, sink: socket.socket, watch: Optional[Callable[[bytes], None]]
    ) -> None:
        with contextlib.suppress(OSError):
            while True:
                piece = source.recv(_CHUNK)
                if watch is not None and piece:
                    watch(piece)
                self._flows.wait()
                if not piece:
                    break
                if self._deaf and watch is None:
                    self._deaf = False
                    self.break_all()
                    break
                sink.sendall(piece)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
