/** What the whole room may see, in letters for the back row; the console says which of it is shown. */
import { html, open, token, Bar, Headlines } from "./parts.js";
import { Curves, pages } from "./chart.js";
import { WorldMap } from "./map.js";
import { Washed } from "./wash.js";
import { say } from "./words.js";

const Sealed = ({ seats }) => html`<ul class="row marked sealed"><li>${say("sealed")}:</li>${seats.map((one) => html`<li><span role="img" aria-label=${say(one.sealed ? "sealed" : "open")}>${one.sealed ? "✓" : "○"}</span> ${one.name}</li>`)}</ul>`;
const News = ({ lines, most }) => html`<section class="news"><h2>${say("news")}</h2><${Headlines} lines=${(lines || []).map((one) => ({ ...one, behind: [], cause: "" }))} most=${most} /></section>`;
/** A picture gives way to its legend, so that nothing is below the edge of the screen. */
const Chart = ({ page, labels, height }) => page && html`<section><h2>${page.title}</h2><${Curves} key=${page.key} series=${page.series} labels=${labels} height=${height - 60 * Math.max(page.series.length - 2, 0)} /></section>`;
const Treaties = ({ lines }) => html`<section><h2>${say("in_force")}</h2>${lines?.length ? html`<ul class="marked">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : html`<p>${say("none_in_force")}</p>`}</section>`;

const SCREENS = {
  news: ({ shown }) => html`<div class="two"><${News} lines=${shown.headlines} most=${5} /><${Chart} page=${pages(shown.prices)[0]} labels=${shown.months} height=${270} /></div>`,
  prices: ({ shown }) => html`<div class="two">${pages(shown.prices).slice(0, 2).map((page) => html`<${Chart} page=${page} labels=${shown.months} height=${300} />`)}</div>`,
  world: ({ shown }) => html`<div class="two">${pages(shown.world).slice(0, 2).map((page) => html`<${Chart} page=${page} labels=${shown.months} height=${300} />`)}</div>`,
  map: ({ shown }) => shown.map && html`<${WorldMap} map=${shown.map} />${shown.agreements.length > 0 && html`<p class="treaties"><strong>${say("in_force")}</strong>: ${shown.agreements.join("; ")}</p>`}`,
  agreements: ({ shown }) => html`<${Treaties} lines=${shown.agreements} />`,
  lock: () => html`<section class="lock"><h2>${say("locked")}</h2><p>${say("locked_tip")}</p></section>`,
  qr: ({ welcome }) => html`<section class="two qr"><img src="/qr.svg" alt=${say("qr", { room: welcome.room })} /><div><h2>${say("join_here")}</h2><p class="code">${welcome.room}</p><p>${/^(localhost|127\.)/.test(location.hostname) ? "" : location.host}</p></div></section>`,
};

function Projector({ state }) {
  const { public: shown, welcome, roster } = state;
  if (!shown || !welcome) return html`<${Bar} title=${welcome?.title} />`;
  const wished = state.projector?.shows, before = state.clock?.phase === "lobby" ? "qr" : "news";
  const name = SCREENS[wished] ? wished : before, Screen = SCREENS[name];
  return html`<${Bar} title=${welcome.title} turn=${shown} />${name !== "lock" && roster && html`<${Sealed} seats=${roster.seats} />`}
    ${state.washed?.part ? html`<${Washed} washed=${state.washed} />` : html`<div class=${`screen ${name}`}><${Screen} shown=${shown} welcome=${welcome} /></div>`}`;
}
open(Projector, token());
