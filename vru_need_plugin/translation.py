# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's language, for everything that may import Qt."""

from __future__ import annotations

from typing import Union

from qgis.PyQt.QtCore import QCoreApplication

from .core.messages import Message, NeedError

# The context under which pylupdate5 files a bare tr("...") in the .ts file.
CONTEXT = "@default"


def tr(text: str) -> str:
    """Translate a literal; fill its ``{names}`` with ``.format()`` outside."""
    return QCoreApplication.translate(CONTEXT, text)


def translated(words: Union[str, Message, NeedError]) -> str:
    """A message or an error in the user's language, its values filled in.

    A value that is itself a `Message` is translated too; a plain text, being the user's own
    words, comes back as it is.
    """
    if isinstance(words, str):
        return words
    message = words.message if isinstance(words, NeedError) else words
    values = {
        name: translated(value) if isinstance(value, Message) else value
        for name, value in message.values.items()
    }
    return tr(message.template).format(**values)
