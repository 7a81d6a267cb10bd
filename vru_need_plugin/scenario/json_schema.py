# SPDX-License-Identifier: GPL-2.0-or-later
"""The JSON schema of a scenario, for editors that complete and check as one types.

It is made from the same declarations as the reader. It cannot say everything: decimals, whether
an encoding is known, and what ``check`` looks at are the reader's alone.
"""

from __future__ import annotations

import json
from typing import Any, Dict

from .document import SCHEMA
from .fields import SCENARIO


def json_schema() -> Dict[str, Any]:
    """The schema of the current scenario file (JSON schema, draft 7)."""
    described = SCENARIO.schema()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "VRU Need Score scenario",
        "description": "Everything that a need score depends on, in one document.",
        **described,
        "properties": {
            "schema": {"description": "the schema that the scenario is written in", "const": SCHEMA},
            **described["properties"],
        },
        "required": ["schema", *described["required"]],
    }


def json_schema_text() -> str:
    """The schema as the file ``resources/schema/scenario-1.schema.json`` holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
