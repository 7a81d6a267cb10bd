# SPDX-License-Identifier: GPL-2.0-or-later
"""Files made or damaged to fill the memory are refused in words, within the limits of docs/limits.md.

They are read in a process of its own whose memory and time are bounded: a bomb that goes off fails
the test, not the machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.bombs import READ, REFUSED

CHILD = Path(__file__).with_name("read_in_child.py")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What came of each file, by what it is."""
    folder = tmp_path_factory.mktemp("bombs")
    done = subprocess.run(
        [sys.executable, "-B", str(CHILD), str(folder)], capture_output=True, text=True, check=False
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("[")]
    return {"stderr": done.stderr[-2000:], **dict(map(json.loads, lines))}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_words(told, what):
    assert what in told, told["stderr"]
    name, _, words = REFUSED[what]
    assert words in told[what].get("refused", ""), told[what]
    assert name in told[what]["refused"]


@pytest.mark.parametrize("what", READ)
def test_it_is_read_as_a_whole(told, what):
    assert what in told, told["stderr"]
    assert told[what].get("read") == list(READ[what][2]), told[what]
