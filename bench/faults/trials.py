# SPDX-License-Identifier: GPL-2.0-or-later
"""Trials: something goes wrong with a write, and what the layer holds afterwards is looked at."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, field
from typing import Callable

from faults.stores import Gone, Store
from faults.writer import Said, write_in_a_fork
from vru_need_plugin.core.output import OutputField


@dataclass
class Row:
    """What came out of the trials of one fault with one format.

    Attributes
    ----------
    hit
        Trials in which the fault came while the write was on.
    gone
        Ended with no layer, where the fault was to take it away.
    otherwise
        Ended as anything else: there must be none.
    untrue
        What the user was told was not so: there must be none either.
    """

    store: str
    fault: str
    trials: int = 0
    hit: int = 0
    old: int = 0
    new: int = 0
    gone: int = 0
    otherwise: int = 0
    untrue: int = 0
    remarks: list[str] = field(default_factory=list)

    def remark(self, words: str) -> None:
        if words and words not in self.remarks and len(self.remarks) < 3:
            self.remarks.append(words)


class Bench:
    """A format's layer with what it held before and what a write makes of it.

    Attributes
    ----------
    seconds
        How long a write takes that nothing disturbs.
    """

    def __init__(self, store: Store, fields: list[OutputField], way: Callable[..., None], seed: int) -> None:
        self.store = store
        self.fields = fields
        self.way = way
        self.random = random.Random(seed)
        store.reset()
        self.old = store.digest()
        spans = []
        for _ in range(3):
            store.reset()
            said = self.write(lambda _: None)
            if said.outcome != "written":
                raise SystemExit(f"{store.name}: an undisturbed write failed: {said.words}")
            spans.append(said.seconds)
            store.settle()
        self.new = store.digest()
        self.seconds = sorted(spans)[1]
        if self.new == self.old:
            raise SystemExit(f"{store.name}: writing changes nothing that is looked at")

    def write(self, meanwhile: Callable[[int], None], **how: object) -> Said:
        return write_in_a_fork(self.store.open, self.fields, self.way, meanwhile, **how)

    def moment(self) -> float:
        """A moment in the write, all alike."""
        return self.random.uniform(0, self.seconds)

    def after(self, act: Callable[[int], None]) -> Callable[[int], None]:
        """Do something to the writer, or around it, at a moment in the write."""
        moment = self.moment()

        def wait_and_act(child: int) -> None:
            time.sleep(moment)
            act(child)

        return wait_and_act

    def judge(self, row: Row, said: Said, *, may_be_gone: bool = False) -> None:
        """Look at what the layer holds, and whether it is what the user was told."""
        row.trials += 1
        self.store.settle()
        try:
            found = self.store.digest()
            wrong = self.store.check()
        except Gone:
            wrong, found = [], None
        if found is None:  # it may have been taken away just after it was written and said to be
            row.gone += may_be_gone
            row.otherwise += not may_be_gone
        elif wrong or found not in (self.old, self.new):
            row.otherwise += 1
            row.remark(
                "; ".join(wrong) or f"neither old nor new (the writer said: {said.outcome} {said.words})"
            )
        else:
            row.old += found == self.old
            row.new += found == self.new
            told = {"written": self.new, "refused": self.old, "stopped": self.old}.get(said.outcome)
            not_known = "cannot be asked" in said.words
            if told is not None and told != found and not not_known:
                row.untrue += 1
                row.remark(f"said: {said.outcome} {said.words}")
        if said.outcome == "broken":
            row.untrue += 1
            row.remark(said.words.strip().splitlines()[-1])
        if said.outcome == "refused":
            row.remark(said.words)


def beside(act: Callable[[], None], seconds: float) -> threading.Timer:
    """Do something in so many seconds, on a thread."""
    timer = threading.Timer(seconds, act)
    timer.daemon = True
    timer.start()
    return timer
