# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's words are translated, and the user's words among them are kept apart."""

from __future__ import annotations

from vru_need_plugin.core.messages import Message
from vru_need_plugin.report.markup import Markup
from vru_need_plugin.report.numbers import NumberMarks
from vru_need_plugin.report.voice import Plain, Voice


def backwards(words) -> str:
    """A translator that turns the order of a sentence round."""
    if isinstance(words, str):
        return words
    template = {"{first} before {second}": "{second} nach <{first}>"}.get(words.template, words.template)
    return template.format(**words.values)


SAY = Voice(backwards, NumberMarks(",", "."))


def test_a_sentence_is_translated_escaped_and_its_values_put_in_their_places() -> None:
    told = SAY("{first} before {second}", first="a & b", second=12345)
    assert told == "12.345 nach &lt;<bdi>a &amp; b</bdi>&gt;"


def test_braces_of_the_user_are_no_placeholders() -> None:
    assert (
        SAY("{first} and {second}", first="{second}", second="{0}")
        == "<bdi>{second}</bdi> and <bdi>{0}</bdi>"
    )


def test_values_of_ours_are_not_isolated() -> None:
    told = SAY("{a}{b}{c}", a=Plain("<x>"), b=Markup("<i>y</i>"), c=Message("z"))
    assert told == "&lt;x&gt;<i>y</i>z"


def test_as_plain_text_the_users_words_are_between_isolates_that_they_cannot_end() -> None:
    assert SAY.text("({first})", first="\u202eab\u2069c") == "(\u2068abc\u2069)"
    assert SAY.text("({first})", first=Plain("7")) == "(7)"


def test_a_message_made_elsewhere_is_said_with_its_values_escaped() -> None:
    message = Message(
        "{count} in {table}: {cause}", {"count": 2, "table": "<t>", "cause": Message("why & how")}
    )
    assert SAY.sentence(message) == "2 in <bdi>&lt;t&gt;</bdi>: why &amp; how"


def test_even_the_marks_of_a_slot_in_the_users_words_do_no_harm() -> None:
    assert "7" in SAY("{first} {second}", first="\ue0001\ue001", second=7)
