# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be done to the measures that are chosen."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from qgis.PyQt.QtWidgets import QMenu

from ..scenario.document import Measure, Scenario
from ..session import edits, many_measures
from ..session.session import Session
from ..translation import tr


def fill(menu: QMenu, session: Session, chosen: Sequence[Measure]) -> None:
    """Offer to use, move and remove the measures, and to group all by theme."""
    ids = [measure.id for measure in chosen]
    what = _named(chosen)

    def offer(words: str, edit: Callable[[Scenario], Scenario], undo: str, **more: Any) -> None:
        action = menu.addAction(words.format(measures=what.replace("&", "&&"), **more))
        told = undo.format(measures=what, **more)
        action.triggered.connect(lambda _checked=False: session.edit(told, edit(session.scenario)))

    offer(tr("Use “{measures}”"), _used(ids, True), tr("Use {measures}"))
    offer(tr("Leave out “{measures}”"), _used(ids, False), tr("Leave out {measures}"))
    theme = chosen[0].theme
    offer(
        tr("Use only “{theme}”"),
        lambda scenario: edits.with_only_theme(scenario, theme),
        tr("Use only {theme}"),
        theme=theme,
    )
    menu.addSeparator()
    offer(tr("Move up"), lambda s: many_measures.stepped(s, ids, -1), tr("Move {measures}"))
    offer(tr("Move down"), lambda s: many_measures.stepped(s, ids, 1), tr("Move {measures}"))
    offer(tr("Put every theme's measures together"), many_measures.grouped_by_theme, tr("Group by theme"))
    menu.addSeparator()
    offer(
        tr("Remove “{measures}”"),
        lambda scenario: edits.without_measures(scenario, ids),
        tr("Remove {measures}"),
    )


def removal(chosen: Sequence[Measure]) -> str:
    """What removing these measures is called."""
    return tr("Remove {measures}").format(measures=_named(chosen))


def _named(chosen: Sequence[Measure]) -> str:
    return chosen[0].title if len(chosen) == 1 else tr("{count} measures").format(count=len(chosen))


def _used(ids: Sequence[str], is_used: bool) -> Callable[[Scenario], Scenario]:
    return lambda scenario: many_measures.with_each(scenario, ids, lambda _measure: {"enabled": is_used})
