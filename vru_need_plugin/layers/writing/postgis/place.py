# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a PostGIS layer's table is, and how to get to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Tuple

from qgis.core import QgsCredentials, QgsDataSourceUri, QgsVectorLayer

from ....core.messages import NeedError, mark
from ...fields import is_integer, is_text


@dataclass(frozen=True)
class Place:
    """The table of a layer, and how to get to it; taken on the main thread.

    Attributes
    ----------
    conninfo
        What libpq connects with, the password in it: never shown, logged or kept beyond the write.
    role
        The role to act in; blank for the user's own.
    schema
        Blank where the table is the first of its name on the search path.
    keys
        The primary key's columns.
    subset
        The layer's filter.
    title
        The layer's name, for messages.
    """

    conninfo: str = field(repr=False)
    role: str
    schema: str
    table: str
    keys: Tuple[str, ...]
    subset: str
    title: str


def place_of(layer: QgsVectorLayer) -> Place:
    """Where the layer's table is.

    Raises NeedError where the client is missing, or its key is of a kind that does not come out of QGIS as
    it is.
    """
    _check_client(layer)
    uri = QgsDataSourceUri(layer.source())
    return Place(
        conninfo=_conninfo(uri),
        role=uri.param("session_role"),
        schema=uri.schema(),
        table=uri.table(),
        keys=_keys(layer),
        subset=layer.subsetString(),
        title=layer.name(),
    )


def _check_client(layer: QgsVectorLayer) -> None:
    try:
        import psycopg2  # noqa: F401
    except ImportError as error:
        raise NeedError(
            mark(
                "Writing to the PostGIS table of “{layer}” needs psycopg2, which this QGIS lacks. Install "
                "it, or switch editing on for the layer first: then the scores join your edits. Nothing was "
                "written."
            ),
            layer=layer.name(),
        ) from error


def _keys(layer: QgsVectorLayer) -> Tuple[str, ...]:
    fields = [layer.fields().at(index) for index in layer.primaryKeyAttributes()]
    if not fields or not all(is_integer(field) or is_text(field) for field in fields):
        raise NeedError(
            mark(
                "The table of “{layer}” has no primary key of whole numbers or texts, by which alone its "
                "areas can be told apart for certain. Give it one, or write the scores to a new layer. "
                "Nothing was written."
            ),
            layer=layer.name(),
        )
    return tuple(field.name() for field in fields)


def _conninfo(uri: QgsDataSourceUri) -> str:
    """What libpq connects with, an authentication configuration of QGIS's resolved."""
    if not uri.password() and not uri.authConfigId():
        _fill_in(uri)
    return str(uri.connectionInfo(True))


def _fill_in(uri: QgsDataSourceUri) -> None:
    """The password that the user gave QGIS when it asked, where it can be had without asking again."""
    credentials, realm = QgsCredentials.instance(), uri.connectionInfo(False)
    try:
        found, user, password = credentials.get(realm, uri.username(), uri.password(), "", False)
    except TypeError:  # before it could be told not to ask
        return
    if found:
        credentials.put(realm, user, password)  # it was taken out
        uri.setUsername(user)
        uri.setPassword(password)


def show_table(layer: QgsVectorLayer) -> None:
    """Let the layer read its table again, columns and all, each feature keeping its number.

    ``reloadData()`` alone leaves a PostGIS layer with the columns that it had. Deleting no columns makes
    the provider read them anew; opening the layer again would, too, but may number its features otherwise.
    """
    provider = layer.dataProvider()
    provider.deleteAttributes([])
    provider.reloadData()
    layer.updateFields()
