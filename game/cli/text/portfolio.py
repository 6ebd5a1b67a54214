"""What a seat holds in mines and plants, as sheets."""

from __future__ import annotations

from game.session.views import HoldingView, View
from game.telling import Teller, _, finance
from game.telling.numbers import scaled, write
from game.telling.sheet import Sheet, to_right


def holdings(view: View) -> Sheet:
    """The portfolio, site by site."""
    teller = Teller.of(view)
    rows = tuple(
        (
            one.site,
            teller.name("sites", one.site),
            write(one.stake, "share") if one.stake else "",
            write(one.carry, "share") if one.carry else "",
            scaled(one.paid),
            scaled(one.back),
            scaled(one.yearly),
            scaled(one.worth),
            scaled(one.tonnes),
        )
        for one in view.holdings
    )
    note = _(
        "US$ m. A year: dividends, or losses that you bear, at last year's prices. Worth: what the sale of the stake "
        "brings. t/year: promised to you, at last month's rate. 'holding SITE' tells more; 'ease', 'sell' and 'letgo' "
        "change it."
    )
    figures = (_("Stake"), _("Losses"), _("Paid"), _("Back"), _("A year"), _("Worth"), _("t/year"))
    return Sheet(_("What you hold"), (_("Site"), _("What it is"), *map(to_right, figures)), rows, note)


def holding(teller: Teller, one: HoldingView) -> Sheet:
    """One holding in full."""
    rows = [(_("Project"), words) for words in finance.parts(teller, one)]
    rows += finance.rights(one)
    return Sheet(f"{teller.name('sites', one.site)} ({one.site})", ("", ""), tuple(rows))
