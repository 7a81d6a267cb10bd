# SPDX-License-Identifier: GPL-2.0-or-later
"""A page of our own making as a tree of elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Dict, Iterator, List, Optional, Tuple, Union

_VOID = frozenset({"meta", "br", "hr", "col", "img", "input", "link"})


@dataclass
class Node:
    """An element with its attributes and what stands in it."""

    tag: str
    attributes: Dict[str, str] = field(default_factory=dict)
    children: List[Union[Node, str]] = field(default_factory=list)

    @property
    def classes(self) -> Tuple[str, ...]:
        """The element's classes."""
        return tuple(self.attributes.get("class", "").split())

    def is_(self, tag: str, *classes: str) -> bool:
        """Whether it is such an element, with all these classes."""
        return self.tag == tag and set(classes) <= set(self.classes)

    def elements(self) -> List[Node]:
        """The elements that stand in it, texts aside."""
        return [child for child in self.children if isinstance(child, Node)]

    def all(self, tag: str) -> Iterator[Node]:
        """Every element of this kind within it, in order."""
        for child in self.elements():
            if child.tag == tag:
                yield child
            yield from child.all(tag)

    def text(self) -> str:
        """All text within it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def parsed(page: str) -> Node:
    """The tree of a page; its root has no tag.

    For pages that our own `report.markup` made, in which every element is closed.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
