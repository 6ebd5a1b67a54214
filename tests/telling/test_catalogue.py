"""The catalogue: languages, the pseudo-language, and what translators are given."""

from __future__ import annotations

import asyncio
import io
import re
import string
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from game.telling import _, catalogue, language, languages, ngettext, pgettext, speak, speaking
from game.telling.catalogue import DOMAIN, UnknownLanguageError
from game.telling.extract import POT, template
from game.telling.pseudo import CLOSE, OPEN, pseudo
from game.telling.templates import templates
from tests.telling.marked import extracted

TEXTS = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), min_size=1)


def test_english_is_what_stands_in_the_program() -> None:
    assert language() == "en"
    assert languages()[0] == "en"
    assert (_("Stockpile"), _("")) == ("Stockpile", "")
    assert [ngettext("{n} order", "{n} orders", n).format(n=n) for n in (0, 1, 2)] == [
        "0 orders",
        "1 order",
        "2 orders",
    ]
    assert ngettext("{n} day", "{n} days", 1.5) == "{n} days"
    assert pgettext("verb", "Stockpile") == "Stockpile"


def test_a_language_that_is_not_there_is_refused_and_changes_nothing() -> None:
    with pytest.raises(UnknownLanguageError, match="there is no language 'xx'; there are en"):
        speak("xx")
    with pytest.raises(UnknownLanguageError), speaking("xx"):
        pass
    assert language() == "en"


def test_a_language_is_spoken_inside_its_block_alone() -> None:
    with speaking("pseudo"):
        assert _("Stockpile") == pseudo("Stockpile")
        assert ngettext("{n} order", "{n} orders", 1) == pseudo("{n} order")
        assert pgettext("verb", "Stockpile") == pseudo("Stockpile")
    assert _("Stockpile") == "Stockpile"


def test_two_tasks_speak_two_languages_at_once() -> None:
    async def say(code: str) -> str:
        speak(code)
        await asyncio.sleep(0)
        return _("Stockpile")

    async def both() -> tuple[str, str]:
        return await asyncio.gather(say("en"), say("pseudo"))

    assert list(asyncio.run(both())) == ["Stockpile", pseudo("Stockpile")]


@given(TEXTS)
def test_the_pseudo_language_marks_and_lengthens_every_text(text: str) -> None:
    told = pseudo(text)
    assert told.startswith(OPEN)
    assert told.endswith(CLOSE)
    assert text in told
    assert len(told) >= 1.4 * len(text)


def test_a_translation_is_found_and_plurals_go_by_its_own_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    po = io.BytesIO(
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        b'"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        b'msgid "Stockpile"\nmsgstr "Reserve"\n\nmsgid "{n} order"\nmsgid_plural "{n} orders"\n'
        b'msgstr[0] "{n} ordre"\nmsgstr[1] "{n} ordres"\n'
    )
    folder = tmp_path / "zz" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, read_po(po, locale="fr"))
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    catalogue._translations.cache_clear()
    assert languages() == ("en", "zz")
    with speaking("zz"):
        assert _("Stockpile") == "Reserve"
        assert [ngettext("{n} order", "{n} orders", n).format(n=n) for n in (0, 1, 2)] == [
            "0 ordre",
            "1 ordre",
            "2 ordres",
        ]
        assert _("not translated") == "not translated"
    catalogue._translations.cache_clear()


def _messages() -> list[str]:
    return [
        text for entry in extracted() if entry.id for text in ([entry.id] if isinstance(entry.id, str) else entry.id)
    ]


@pytest.mark.slow
def test_translators_are_given_every_text_of_every_entry() -> None:
    known = set(_messages())
    texts = [text for one in templates().values() for text in ((one,) if isinstance(one, str) else one)]
    assert [text for text in texts if text not in known] == []


def test_places_in_texts_are_named() -> None:
    for text in _messages():
        for _before, place, _form, _conversion in string.Formatter().parse(text.replace("%%", "")):
            assert place is None or re.fullmatch(r"[a-z_]+", place), text


@pytest.mark.slow
def test_the_template_holds_the_texts_that_the_program_has() -> None:
    assert POT.read_text(encoding="utf-8") == template(), "made anew by: python -m tests.regenerate"
