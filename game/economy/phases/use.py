"""What is used, made and collected of what came and what lay in stock."""

from __future__ import annotations

from game.economy.axes import ONLY, STEPS, Good, Nation, Site, goods, nations, places, sectors, sites, steps
from game.economy.compiled import compiled
from game.economy.exact import exp, power
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.phases.demand import activity
from game.economy.phases.stockpile import open_stockpiles, store
from game.economy.phases.works import running
from game.economy.small import CRUMB, KILO
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="month.want month.need month.asked month.stored month.received world.zone world.order_months "
    "world.release_pace world.release_at world.release_price state.stock state.dry state.reserve "
    "state.usual_use state.price state.usual state.reserve_pace state.release state.pledge "
    "state.traders state.treasury state.used state.money_in",
    gives="month.released month.met month.used state.stock state.dry state.reserve state.traders state.treasury "
    "state.used state.money_in",
)
def use_goods(w: World, s: State, m: Handed) -> None:
    """(13) Fill the stockpile, then meet the need from what came and what lies in stock; release where firms run dry.

    Firms differ: the stocks of those that have any, in months of use, are spread exponentially around their mean c.
    While the part u of the need is not delivered, each month 1 - e^(-u/c) of them run dry; who is dry lacks u until
    deliveries are whole again. So those with little stop in the first weeks, and the loss grows with the length of a
    stop. What is released from the public stockpile goes to those who have run dry.
    """
    for n in nations(w):
        for g in goods(w):
            filled = m.received[n, g] / m.asked[n, g] if m.asked[n, g] > CRUMB else 1.0
            store(w, s, m, n, g, min(filled, 1.0))
            m.met[n, g], m.released[n, g] = 1.0, 0.0
            if m.need[n, g] > CRUMB:
                arrived = (m.received[n, g] - m.stored[n, g] * min(filled, 1.0)) / m.need[n, g]
                undelivered = max(min(1.0 - filled, 1.0 - arrived), 0.0)
                m.met[n, g] = meet(w, s, n, g, undelivered, s.stock[n, g] / m.need[n, g])
                open_stockpiles(w, s, m, n, g)
            used = min(m.want[n, g] * m.met[n, g], s.stock[n, g])
            m.used[n, g] = used
            s.stock[n, g] -= used
            s.used[g] += used
            paid = used * s.price[w.zone[n], g] * KILO
            s.traders[n] += paid
            s.money_in[ONLY] += paid


@compiled
def meet(w: World, s: State, n: Nation, g: Good, undelivered: float, stock: float) -> float:
    """Part of a need that is met; `stock`, in months of it, is all that firms hold, with what came this month."""
    own = max(stock - 1.0 + undelivered, 0.0)
    before = s.dry[n, g]
    if undelivered > 0.0:
        s.dry[n, g] += (1.0 - before) * (1.0 - exp(-undelivered * (1.0 - before) / (own + CRUMB)))
    s.dry[n, g] -= s.dry[n, g] * (1.0 - undelivered) / w.order_months
    return min(1.0 - undelivered * 0.5 * (before + s.dry[n, g]), stock, 1.0)


@phase(
    takes="month.met month.feed month.value month.recovered month.plan world.zone world.finish world.host "
    "world.makes world.feeds world.feed_good world.products world.product world.run_cost "
    "world.cost_index world.cash_part world.warehouse state.month state.stock state.yard state.price "
    "state.cash state.burden state.floor state.traders state.support state.made state.taken "
    "state.waste state.money_out",
    gives="month.taken month.ran month.output state.stock state.yard state.cash state.traders state.support state.made "
    "state.taken state.waste state.money_out",
)
def run_sites(w: World, s: State, m: Handed) -> None:
    """(14) Sites take feed, put what is worth it into the yard and the rest into the waste, and pay for all of it.

    run = plan x the part of each feed that is met. A run's recipe bounds what comes out of it: mass is kept. Who
    guarantees what a run fetches pays the difference.
    """
    for n in nations(w):
        for g in goods(w):
            m.taken[n, g] = 0.0
    for i in sites(w):
        n = w.host[i]
        run = m.plan[i]
        for k in places(w.feeds[i]):
            run = min(run, m.plan[i] * m.met[n, w.feed_good[i, k]])
        m.ran[i] = run
        for k in places(w.feeds[i]):
            take(w, s, m, i, w.feed_good[i, k], run * m.feed[i, w.feed_good[i, k]])
        for k in places(w.products[i]):
            g = w.product[i, k]
            make(w, s, m, i, g, run * w.makes[i, g])
            spend(s, i, w.warehouse * s.yard[i, g] * s.price[w.zone[n], g] * KILO)
        spend(s, i, run * running(w, s, i) * w.cash_part * KILO)
        if s.floor[i] > m.value[i]:
            paid = run * (s.floor[i] - m.value[i]) * KILO
            s.cash[i] += paid
            s.support[i] += paid


@compiled
def take(w: World, s: State, m: Handed, i: Site, g: Good, amount: float) -> None:
    """A site takes feed from its host's firms and pays them for it."""
    n = w.host[i]
    taken = min(amount, s.stock[n, g])
    s.stock[n, g] -= taken
    s.taken[g] += taken
    m.taken[n, g] += taken
    price = taken * s.price[w.zone[n], g] * KILO
    s.cash[i] -= price
    s.traders[n] += price


@compiled
def make(w: World, s: State, m: Handed, i: Site, g: Good, amount: float) -> None:
    """What comes up of a product goes into the yard where it is worth finishing, else into the waste."""
    made = amount * m.recovered[i, g]
    s.yard[i, g] += made
    m.output[i, g] = made
    s.made[g] += made
    s.waste[g] += amount - made
    spend(s, i, made * w.finish[g] * KILO)


@compiled
def spend(s: State, i: Site, amount: float) -> None:
    """A site pays for work, reagents or storing."""
    s.cash[i] -= amount
    s.money_out[ONLY] += amount


@phase(
    takes="month.want month.met world.collected world.returns world.returned world.life_months "
    "world.yard_months state.stock state.in_use state.usual_use state.collecting state.made "
    "state.waste",
    gives="state.stock state.in_use state.made state.waste",
)
def come_back(w: World, s: State, m: Handed) -> None:
    """(15) Products age in use; of those at the end of their life a part is collected, as scrap."""
    for g in goods(w):
        if w.returns[g] >= 0:
            for n in nations(w):
                moved = m.want[n, g] * m.met[n, g]
                for k in steps():
                    leaving = s.in_use[n, g, k] * STEPS / w.life_months[g]
                    s.in_use[n, g, k] += moved - leaving
                    moved = leaving
                collect(w, s, n, w.returns[g], moved * min(w.collected[n] + s.collecting[n], 1.0) * w.returned[g])


@compiled
def collect(w: World, s: State, n: Nation, g: Good, amount: float) -> None:
    """Scrap is collected where somebody takes it, as long as there is room for it; the rest is waste."""
    room = w.yard_months * s.usual_use[n, g] + CRUMB
    scrap = amount * max(1.0 - s.stock[n, g] / room, 0.0)
    s.stock[n, g] += scrap
    s.made[g] += scrap
    s.waste[g] += amount - scrap


@phase(
    takes="month.met world.sector_good world.activity world.output world.loss_power state.month state.slump state.loss",
    gives="month.unmet month.lost state.loss",
)
def lose_output(w: World, s: State, m: Handed) -> None:
    """(16) What is lacking costs output, more than in proportion: loss = output x activity x unmet^power."""
    for n in nations(w):
        for j in sectors(w):
            m.unmet[n, j] = max(1.0 - m.met[n, w.sector_good[j]], 0.0)
            m.lost[n, j] = power(m.unmet[n, j], w.loss_power)
            s.loss[n] += w.output[n, j] * activity(w, s, n, j) * m.lost[n, j]
