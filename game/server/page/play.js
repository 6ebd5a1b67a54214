/** A player's page. */
import { html, open, token, Bar, Charts, Headlines, Messages } from "./parts.js";
import { Draft, Orders } from "./orders.js";
import { say } from "./words.js";

export function Briefing({ view }) {
  const one = view.briefing;
  return html`<details class="card" open=${view.turn === 0}><summary>${say("briefing")}: ${view.seat_name}</summary><p>${one.role}</p><div dangerouslySetInnerHTML=${{ __html: one.html }}></div>
    <h2>${say("goals")}</h2><ul>${[...(one.goals || []), ...(one.objectives || [])].map((line) => html`<li>${line}</li>`)}</ul><p>${one.win}</p></details>`;
}
export function Figures({ view }) {
  const trend = (one) => (one.change ? html`<span> (${one.change})</span>` : null);
  return html`<section><h2>${say("figures")}</h2><dl class="figures">
    ${[["budget", view.budget], ["capital", view.capital]].map(([key, one]) => html`<div><dt>${say(key)}</dt><dd>${one.text}</dd></div>`)}
    ${view.indicators.map((one) => html`<div key=${one.key}><dt>${one.label}</dt><dd>${one.text}${trend(one)}</dd></div>`)}</dl>
    ${view.score.length > 0 && html`<h3>${say("score")}</h3><ul>${view.score.map((one) => html`<li>${one.label}: ${one.text} (${say("of", { points: one.points, weight: Math.round(one.weight * 100) })})</li>`)}</ul>`}
    <ul>${view.goals.map((one) => html`<li>${one.met ? "✓" : "○"} ${one.text}: ${say(one.met ? "met" : "not_met")}</li>`)}</ul></section>`;
}
function Play({ state }) {
  const view = state.view;
  if (!view) return html`<${Bar} title=${state.welcome?.title} />`;
  const fresh = view.headlines.filter((one) => one.turn === view.turn - 1);
  return html`<${Bar} title=${view.seat_name} turn=${view} /><${Briefing} view=${view} /><${Figures} view=${view} />
    <div class="columns"><div>${state.draft && html`<${Draft} draft=${state.draft} />`}${state.forms && !view.finished && html`<${Orders} forms=${state.forms} />`}</div>
    <div>${view.turn > 0 && html`<section><h2>${say("since")}</h2><${Headlines} lines=${fresh} /></section>`}<${Messages} />
      <section><h2>${say("news")}</h2><${Headlines} lines=${view.headlines} /></section><${Charts} series=${view.series} /></div></div>`;
}
open(Play, token());
