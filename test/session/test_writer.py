# SPDX-License-Identifier: GPL-2.0-or-later
"""A write ends in one of three ways, told alike whether it runs at once or beside the window."""

from __future__ import annotations

import pytest

from vru_need_plugin.core.messages import Cancelled, NeedError
from vru_need_plugin.session.writer import Writer, WriteWork

REFUSED = NeedError("refused")
UNFORESEEN = ZeroDivisionError("unforeseen")


@pytest.fixture
def told(qgis_new_project, qtbot):
    """What is told of work that raises an error, or returns 1."""

    def run(error, as_task):
        heard = []

        def work(_feedback):
            if error is not None:
                raise error
            return 1

        writer = Writer()
        writer.start(
            WriteWork(
                "writing",
                work,
                then=lambda done: heard.append(("then", done)),
                otherwise=lambda error: heard.append(("otherwise", error)),
                as_task=as_task,
                after=lambda: heard.append("after"),
            )
        )
        qtbot.waitUntil(lambda: not writer.is_writing)
        return heard

    return run


@pytest.mark.parametrize("as_task", [False, True])
@pytest.mark.parametrize(
    ("error", "ends"),
    [
        (None, ("then", 1)),
        (Cancelled(), ("otherwise", None)),
        (REFUSED, ("otherwise", REFUSED)),
        (UNFORESEEN, ("otherwise", UNFORESEEN)),
    ],
    ids=["done", "stopped", "refused", "unforeseen"],
)
def test_it_is_over_before_anybody_is_told_and_they_are_told_once(told, error, ends, as_task):
    assert told(error, as_task) == ["after", ends]
