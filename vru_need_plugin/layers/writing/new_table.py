# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas' codes with their need fields, as a table without geometry to join to any layer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Iterator, Optional, Sequence, Tuple, Union

from qgis.core import QgsFeature, QgsFields

from ...core.feedback import Feedback, check
from ...core.messages import NeedError, mark
from ...core.output import FieldKind, OutputField
from ...core.sheet import Sheet, SheetColumn
from ..export import write_sheet
from ..fields import bare_field, qgs_field
from .cells import ready
from .new_file import NewFile
from .report import WriteReport

_ROWS_BETWEEN_CHECKS = 500
_QUICK_VALUES = 400_000


@dataclass(frozen=True)
class NewCsv:
    """A CSV file to make; `run` on any thread."""

    destination: Path
    key: str
    codes: Sequence[str]
    outputs: Tuple[OutputField, ...]
    put_into: Optional[str] = None

    @property
    def is_long(self) -> bool:
        """Whether it is likely to take over half a second."""
        return len(self.codes) * len(self.outputs) > _QUICK_VALUES

    def run(self, feedback: Feedback) -> WriteReport:
        """Write the file, all or nothing; no spreadsheet takes a text in it for a formula.

        Raises NeedError where it cannot be written; Cancelled where the user stops it.
        """
        columns = (SheetColumn(self.key), *(SheetColumn(item.name, item.kind) for item in self.outputs))
        rows = zip(self.codes, *(output.values for output in self.outputs))
        write_sheet(Sheet("", columns, rows, len(self.codes)), self.destination, (), feedback)
        return WriteReport(
            areas=len(self.codes),
            fields=tuple(output.name for output in self.outputs),
            source=str(self.destination),
        )


def prepare_table(
    key: str, codes: Sequence[str], outputs: Sequence[OutputField], destination: Path
) -> Union[NewFile, NewCsv]:
    """Make ready to write a table of codes and need fields; nothing is touched.

    Parameters
    ----------
    key
        The name of the field of codes, which comes first.
    codes
        The areas' codes.
    destination
        Ends in .csv or .gpkg.

    Raises NeedError where it ends otherwise, or the field of codes has the name of a need field.
    """
    check_key(key, outputs)
    fields, _ = ready(outputs, {})
    ending = destination.suffix.lower()
    if ending == ".csv":
        return NewCsv(destination, key, codes, fields)
    if ending != ".gpkg":
        raise NeedError(
            mark("“{file}” has to end in .gpkg or .csv, to say what the table is to be."),
            file=destination.name,
        )
    options = ("FID=ogc_fid",) if key.casefold() == "fid" else ()
    all_fields = table_fields(key, fields)
    features = partial(table_features, all_fields, codes, fields)
    return NewFile(destination, destination.stem, "GPKG", all_fields, fields, features, options=options)


def check_key(key: str, outputs: Sequence[OutputField]) -> None:
    """Raise NeedError where the field of codes has the name of a need field."""
    if key.casefold() in (output.name.casefold() for output in outputs):
        raise NeedError(
            mark("The code field “{field}” has the name of a need field. Choose another field prefix."),
            field=key,
        )


def table_fields(key: str, outputs: Sequence[OutputField]) -> QgsFields:
    """The fields of a table to join: that of the codes, then the need fields."""
    fields = QgsFields()
    fields.append(bare_field(OutputField(key, FieldKind.TEXT, "", "", ())))
    for output in outputs:
        fields.append(qgs_field(output))
    return fields


def table_features(
    fields: QgsFields, codes: Sequence[str], outputs: Sequence[OutputField], feedback: Feedback
) -> Iterator[QgsFeature]:
    """The rows of a table to join, as features without geometry."""
    for number, row in enumerate(zip(codes, *(output.values for output in outputs))):
        if number % _ROWS_BETWEEN_CHECKS == 0:
            check(feedback)
            feedback.setProgress(100 * number / max(1, len(codes)))
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        yield feature
