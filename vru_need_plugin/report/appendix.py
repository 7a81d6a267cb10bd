# SPDX-License-Identifier: GPL-2.0-or-later
"""What is needed to make the same report again: files, software, the scenario itself."""

from __future__ import annotations

from typing import List

from ..core.messages import mark
from .markup import Content, Markup, element, json_for_html, user
from .parts import paragraph, section, table
from .subject import InputFile, Subject
from .voice import Voice


def appendix(subject: Subject, say: Voice) -> Markup:
    """Files with their checksums, versions, and the scenario as JSON."""
    return section(
        "appendix",
        say(mark("Appendix")),
        element("h3", say(mark("Input files"))),
        paragraph(
            say(
                mark(
                    "A file with the same SHA-256 is the same file. On the same machine the same files "
                    "give this very report again, byte for byte."
                )
            )
        ),
        _files(subject, say),
        element("h3", say(mark("Software"))),
        table(
            [say(mark("Software")), say(mark("Version"))],
            [[user(name), user(version)] for name, version in subject.versions],
        ),
        element("h3", say(mark("Scenario"))),
        paragraph(
            say(
                mark(
                    "Everything that the scores depend on, besides the files, in the form that the plugin "
                    "opens."
                )
            )
        ),
        element("pre", json_for_html(subject.scenario_text), id="scenario", dir="ltr"),
    )


def _files(subject: Subject, say: Voice) -> Markup:
    headings = [say(mark("What it is")), say(mark("File or layer")), say(mark("Bytes")), say(mark("SHA-256"))]
    return table(headings, [_file(file, say) for file in subject.files], class_="files", numbers=(2,))


def _file(file: InputFile, say: Voice) -> List[Content]:
    if file.sha256 is None or file.size is None:
        return [say.sentence(file.role), user(file.name), None, say(mark("not a file"))]
    return [
        say.sentence(file.role),
        user(file.name),
        say.whole(file.size),
        element("code", file.sha256),
    ]
