"""Tables as text with separators: CSV."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from game.exercise.findings import EventListError, Finding
from game.exercise.table import LONGEST_CELL, Table, tidy
from game.marks import N_, Said

SEPARATORS = (",", ";", "\t")
"""In the order in which they win where the header has equally many of them."""
_LONGEST = 4 * LONGEST_CELL


def read(name: str, data: bytes) -> Table:
    """The table in `data`, of a file called `name`: UTF-8 with or without a mark at its start, values quoted by ``"``.

    The separator is the one that stands most often in the header, outside of quotes.

    Raises:
        EventListError: when it is no such text.
    """
    text = _text(name, data)
    separator = separator_of(text)
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        right = N_('a value with a separator, a quote or a line end in it stands between " and ", a " in it is ""')
        raise EventListError(
            [Finding(name, 0, "", Said(N_("this is no CSV ({why})"), why=str(error)), right)]
        ) from error
    return tidy(rows)


def write(table: Table, separator: str = ",") -> bytes:
    """The table as CSV with a mark at its start, by which spreadsheets know that it is UTF-8."""
    out = io.StringIO(newline="")
    ends = "\r\n"
    header = csv.writer(out, delimiter=separator, lineterminator=ends, quoting=csv.QUOTE_ALL)
    header.writerow(table.header)  # quoted, so that no sign in it counts as a separator
    csv.writer(out, delimiter=separator, lineterminator=ends).writerows(table.rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def separator_of(text: str) -> str:
    """The separator of a text: see `read`."""
    header = "".join(_unquoted_first_line(text))
    return max(SEPARATORS, key=header.count)


def _unquoted_first_line(text: str) -> Iterator[str]:
    quoted = False
    for letter in text:
        if letter == '"':
            quoted = not quoted
        elif not quoted and letter in "\r\n":
            return
        elif not quoted:
            yield letter


def _text(name: str, data: bytes) -> str:
    right = N_("save it as CSV UTF-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise EventListError([Finding(name, 0, "", N_("the text is in UTF-16"), right)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise EventListError([Finding(name, row, "", N_("this is not text in UTF-8"), right)]) from error
