# SPDX-License-Identifier: GPL-2.0-or-later
r"""Other computers that a scenario's sources lie on.

Windows logs on to the computer of a path such as ``\\server\\share`` as soon as anything asks whether
the file is there, so a scenario from a stranger must not name one without a question.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Optional, Tuple

from ..core.messages import NeedError, mark
from .document import Scenario
from .sources import Source

_SERVER = re.compile(r"[\\/]{2}([^\\/]*)")


def server_of(path: str) -> Optional[str]:
    r"""The computer in a path such as ``\\server\share\file`` or ``//server/share/file``, in lower case."""
    found = _SERVER.match(path.strip())
    return found.group(1).casefold() if found else None


def other_servers(scenario: Scenario, folder: Path) -> Tuple[str, ...]:
    """The computers that sources lie on, besides the one that the scenario itself lies on.

    Parameters
    ----------
    folder
        The scenario's folder.
    """
    sources = (scenario.areas.source, *(table.source for table in scenario.tables))
    found = (server_of(Source.parse(text).file or "") for text in sources)
    own = server_of(str(folder))
    return tuple(dict.fromkeys(server for server in found if server is not None and server != own))


def check_servers(scenario: Scenario, folder: Path) -> None:
    """Raise NeedError where sources lie on other computers, for work at which nobody can be asked."""
    servers = other_servers(scenario, folder)
    if servers:
        raise NeedError(
            mark(
                "The scenario reads files from another computer ({servers}), which is done in the dock only, "
                "once someone has agreed. Keep the scenario on that computer too, copy the files, or give "
                "the shared folder a drive letter."
            ),
            servers=", ".join(servers),
        )
