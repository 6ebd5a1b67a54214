"""What the views of all seats have alike: it may be told to everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.session.views.figures import Series
from game.session.views.news import Headline
from game.session.views.whole import View


def headlines_alike(views: Sequence[View]) -> list[Headline]:
    """The headlines that every seat has, in the order of the first; without what is good or bad for one alone.

    One may still name what is not public: it cannot be told with everybody's lexicon then.
    """
    first, *others = views
    told = [{_heard(one) for one in view.headlines} for view in others]
    shared = [one for one in first.headlines if all(_heard(one) in heard for heard in told)]
    return [one if one.tone == "rival" else replace(one, tone="plain") for one in shared]


def known_alike(one: Series, views: Sequence[View]) -> bool:
    """Whether every seat knows the whole past of a figure alike."""
    return all(one in view.series for view in views)


def _heard(headline: Headline) -> tuple[str, str, str]:
    return headline.month, headline.kind, repr(headline.message)
