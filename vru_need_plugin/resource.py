# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the files that come with the plugin are, in a checkout and in the staged plugin."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The folder with metadata.txt, resources/ and i18n/."""
    staged = (_PACKAGE / "metadata.txt").exists()
    return _PACKAGE if staged else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """A file under ``resources/``."""
    return root().joinpath("resources", *parts)
