/** A player's page. */
import { html, open, token, useState, Bar, Headlines, Messages } from "./parts.js";
import { Charts } from "./chart.js";
import { Draft, Foot } from "./draft.js";
import { Agreements, Holdings, Supply } from "./holdings.js";
import { Orders } from "./orders.js";
import { Result } from "./result.js";
import { Notes } from "./team.js";
import { Why } from "./why.js";
import { state } from "./wire.js";
import { say } from "./words.js";

export function Briefing({ view }) {
  const one = view.briefing;
  return html`<details class="card" open=${view.turn === 0}><summary>${say("briefing")}: ${view.seat_name}</summary><p>${one.role}</p><div dangerouslySetInnerHTML=${{ __html: one.html }}></div>
    <h2>${say("goals")}</h2><ul>${[...(one.goals || []), ...(one.objectives || [])].map((line) => html`<li>${line}</li>`)}</ul><p>${say("to_win")}: ${one.win}</p></details>`;
}
export function Figures({ view }) {
  const trend = (one) => (one.change ? html` <span class=${one.way}>${[one.change, { good: say("better"), bad: say("worse") }[one.way]].filter(Boolean).join(", ")}</span>` : null);
  return html`<section><h2>${say("figures")}</h2><dl class="figures">
    ${[["budget", view.budget], ["capital", view.capital]].map(([key, one]) => html`<div><dt>${say(key)}</dt><dd>${one.text}</dd></div>`)}
    ${view.indicators.map((one) => html`<div key=${one.key}><dt>${one.label}</dt><dd>${one.text}${trend(one)}</dd><dd class="asks"><${Why} figure=${one.key} label=${one.label} /></dd></div>`)}</dl>
    ${view.score.length > 0 && html`<h3>${say("score")}</h3><ul>${view.score.map((one) => html`<li>${one.label}: ${one.text} (${say("of", { points: one.points, weight: Math.round(one.weight * 100) })})</li>`)}</ul>`}
    <ul>${view.goals.map((one) => html`<li>${one.met ? "✓" : "○"} ${one.text}: ${say(one.met ? "met" : "not_met")}</li>`)}</ul></section>`;
}
function Since({ view }) {
  const fresh = view.headlines.filter((one) => one.turn === view.turn - 1), moved = view.indicators.filter((one) => one.change);
  return html`<section><h2>${say("since")}</h2>${moved.length > 0 && html`<ul class="marked">${moved.map((one) => html`<li>${one.label}: ${one.text} (${one.change})</li>`)}</ul>`}<${Headlines} lines=${fresh} /></section>`;
}

const TABS = {
  situation: ({ view }) => html`${view.turn > 0 && !view.finished && html`<${Since} view=${view} />`}<${Briefing} view=${view} /><${Figures} view=${view} /><${Messages} />`,
  orders: ({ view }) => state.forms && !view.finished && html`<${Orders} forms=${state.forms} />`,
  agreements: Agreements,
  holdings: Holdings,
  supply: Supply,
  news: ({ view }) => html`<section><h2>${say("news")}</h2><${Headlines} lines=${view.headlines} /></section><${Charts} series=${view.series} labels=${view.months} />`,
  notes: Notes,
};
function Play({ state }) {
  const [tab, go] = useState("situation");
  const view = state.view, Tab = TABS[tab];
  if (!view) return html`<${Bar} title=${state.welcome?.title} />`;
  const count = { orders: state.draft?.orders.length, agreements: view.offers };
  return html`<${Bar} title=${view.seat_name} turn=${view} />${view.finished && html`<${Result} />`}
    <nav class="tabs" aria-label=${say("parts")}>${Object.keys(TABS).map((key) => html`<button key=${key} class="plain" aria-current=${tab === key ? "page" : null} onClick=${() => go(key)}>${say(`tab_${key}`)}${count[key] ? ` (${count[key]})` : ""}</button>`)}</nav>
    <div class="columns play ${tab}"><div class="main"><${Tab} view=${view} /></div>${state.draft && !view.finished && html`<aside><${Draft} draft=${state.draft} /></aside>`}</div>
    ${state.draft && !view.finished && html`<${Foot} draft=${state.draft} go=${() => { go("orders"); scrollTo(0, 0); }} />`}`;
}
open(Play, token());
