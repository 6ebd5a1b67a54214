/** What a seat sees, and orders given for it: the same forms as on its own page. */
import { html, Headlines } from "./parts.js";
import { state } from "./wire.js";
import { say } from "./words.js";
import { Draft } from "./draft.js";
import { Orders } from "./orders.js";

function Panel() {
  const view = state.seen;
  if (!view || view.seat !== state.seeing) return html`<p>${say("see_nobody")}</p>`;
  Object.assign(state, { view, draft: state.seenDraft }); // the parts of a player's page read them there
  const figures = [[say("budget"), view.budget.text], [say("capital"), view.capital.text], ...view.indicators.map((one) => [one.label, one.text])];
  return html`<h2>${say("seen", { who: view.seat_name })}</h2><div class="columns"><div><dl class="figures">${figures.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>
      <section><h2>${say("news")}</h2><${Headlines} lines=${view.headlines} most=${10} /></section></div>
    <div>${state.seenDraft && html`<${Draft} draft=${state.seenDraft} />`}${state.forms && !view.finished && html`<${Orders} forms=${state.forms} />`}</div></div>`;
}
export const seen = { title: () => say("seen_tab"), Panel };
