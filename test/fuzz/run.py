# SPDX-License-Identifier: GPL-2.0-or-later
"""Coverage-guided fuzzing of one target with atheris: `make fuzz ARGS=60` runs each for so many seconds.

    run.py TARGET SECONDS

What it found to cover new code stays in build/fuzz/TARGET and is where the next run begins. An
input that breaks the target is written to build/fuzz/TARGET-crash-...; put into test/fuzz/findings
it is tried by `make test` from then on.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from hashlib import sha1
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "test"), str(ROOT)]

# libFuzzer ends the process in the middle: what it leaves is in build/, and goes with the next run.
TEMPORARY = ROOT / "build" / "fuzz" / "temporary"
shutil.rmtree(TEMPORARY, ignore_errors=True)
TEMPORARY.mkdir(parents=True)
tempfile.tempdir = str(TEMPORARY)

import atheris  # noqa: E402

with atheris.instrument_imports(include=["vru_need_plugin"], enable_loader_override=False):
    from fuzz.seeds import seeds
    from fuzz.targets import TARGETS

MOST_BYTES = 6_000
"""Of an input; more would make each try slower and find little."""


def main() -> None:
    """Fuzz until the time is over or something breaks; libFuzzer says how many inputs it tried."""
    name, seconds = sys.argv[1:]
    corpus = ROOT / "build" / "fuzz" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds()[name]:
        (corpus / sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    target = TARGETS[name]
    arguments = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        f"-max_len={MOST_BYTES}",
        "-timeout=20",
        "-rss_limit_mb=4000",
        f"-artifact_prefix={corpus}-",
        "-print_final_stats=1",
        "-verbosity=0",
        str(corpus),
    ]
    atheris.Setup(arguments, lambda data: int(target(data)) * 0)
    atheris.Fuzz()


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    main()
