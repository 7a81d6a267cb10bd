# SPDX-License-Identifier: GPL-2.0-or-later
"""No text, however made, keeps a pattern of ours busy: time grows with the text, not with its square."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

CHILD = Path(__file__).with_name("regex_in_child.py")


def test_every_pattern_gets_through_every_text():
    """In a process whose processor time is bounded; a pattern that goes astray ends it early."""
    done = subprocess.run([sys.executable, "-B", str(CHILD)], capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
    assert done.returncode == 0, (told[-1:], done.stderr[-500:])
    assert len(told) > 30
