# SPDX-License-Identifier: GPL-2.0-or-later
"""What fuzzing begins with: the shipped sample, small slices of tables, and traps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Dict, List

ROOT = Path(__file__).resolve().parents[2]

SAMPLE = ROOT / "resources" / "sample"
_AS_FOUND = b"\0"
TABLES = [
    "Code,Fires,202101,202102\nE05000001,1,2,3\nE05000002,,n/a,4\n",
    'Ward;"Rate; all";Note\n"Abbey";1,5;"a ""b"" c"\nCafé Road;-0,5;\n',
    "Title\n\nCode\tFires\tFires\nE05000003\t£1,234.5\t12 %\nE05000004\t(1)\t1e999999\n",
    "Code,Type,Date,N\nE05000001,A,31/12/2014,1\nE05000001,B,31/12/2014,2\nE05000002,A,31/12/2014,..\n",
    "Borough|2019/20|2020/21\nNorth|0x1F|1_000\nSouth|١٢٣|NaN\nTotal|inf|99999999999999999999999\n",
    "Code,a\r\n1001,1\r\n01002,2\r\n",
    "\ufeffCode,2021-02-30,Mon 2021\nE05000001,1,2,3,4\nE05000002\n",
    'Code,a\nE05000001,"never closed\nE05000002,1\n',
]
KEYS = [
    "cE05000001\ne05000002 \n01001\nE05000001\nE05000002\n1001",
    "c1\n02\n003\n1\n2\n3",
    "nSt Katharine's and Wapping\nLondon Borough of Barnet\nSt. Katharine’s & Wapping\nBARNET",
    "nCity of London\nRichmond upon Thames\nCity of Westminster\nLondon\nRichmond Upon Thames\nWestminster",
    "nİstanbul\nß\nǅ\nístanbul\nSS\nﬁ",
]


def seeds() -> Dict[str, List[bytes]]:
    """By target."""
    tables = [_AS_FOUND + text.encode() for text in TABLES]
    tables += [_AS_FOUND + text.encode("utf-16") for text in TABLES[:2]]
    tables += [bytes([4]) + text.encode("cp1252", "replace") for text in TABLES[:2]]
    tables += [_AS_FOUND + path.read_bytes()[:1500] for path in sorted(SAMPLE.glob("*.csv"))]
    scenario = (SAMPLE / "scenario.json").read_text(encoding="utf-8")
    return {
        "table_reading": tables,
        "key_matching": [text.encode() for text in KEYS],
        "scenario_codec": [
            scenario.encode(),
            *(text.encode() for text in _small_scenarios(scenario)),
            *(bytes([1, place, 4, what]) for place in range(0, 120, 5) for what in range(0, 46, 9)),
        ],
    }


def _small_scenarios(text: str) -> List[str]:
    """One for each measure of the sample, so that little has to be changed to change much."""
    sample = json.loads(text)
    small = []
    for measure in sample["measures"]:
        tables = {measure["table"], measure["value"].get("denominator_table")}
        small.append(
            {
                **{key: sample[key] for key in ("schema", "title", "areas")},
                "tables": [table for table in sample["tables"] if table["id"] in tables],
                "measures": [measure],
                "options": {"missing": "strict", "near_miss_band": 0.05, "focus": []},
                "profiles": [{"id": "p", "title": "P", "weights": {measure["id"]: 2.5}}],
            }
        )
    return [json.dumps(scenario, ensure_ascii=False) for scenario in small]
