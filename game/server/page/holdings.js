/** What stands between the seat and others, and what it holds and may build; each part is asked for when it is looked at. */
import { html, useEffect, Facts, Table } from "./parts.js";
import { About, Opens } from "./orders.js";
import { ask, state } from "./wire.js";
import { say } from "./words.js";

/** One part of the page, asked for anew whenever the turn or the draft has changed. */
function usePart(part) {
  useEffect(() => { ask("part", { part }); }, [state.told, state.draft, state.online]);
  return state.parts[part];
}

function Agreement({ one }) {
  const title = `${one.mark} ${one.name}${one.status_text ? `: ${one.status_text}` : ""}`;
  return html`<${Opens} title=${title}><p>${one.text}</p><${Facts} rows=${one.facts} />${one.joins && html`<p class="note">${one.joins}</p>`}
    ${!state.view.finished && html`<${About} kinds=${one.orders} fixed=${{ agreement: one.kind, partner: one.partner }} />`}</${Opens}>`;
}

export function Agreements() {
  const told = usePart("agreements");
  if (!told) return html`<section><p>${say("wait")}</p></section>`;
  return html`${told.offers > 0 && !state.view.finished && html`<section><h2>${say("offers", { n: told.offers })}</h2><${About} kinds=${["weigh_offers"]} fixed=${{}} /></section>`}
    ${told.partners.map((one) => html`<section key=${one.partner}><h2>${one.name}</h2><p>${[one.stands, one.trust].filter(Boolean).join(" · ")}</p>${one.rows.map((row) => html`<${Agreement} key=${row.kind} one=${row} />`)}</section>`)}
    ${told.past.length > 0 && html`<section><h2>${say("past")}</h2><ul>${told.past.map((line) => html`<li>${line}</li>`)}</ul></section>`}`;
}

export function Holdings() {
  const told = usePart("holdings"), over = state.view.finished;
  if (!told) return html`<section><p>${say("wait")}</p></section>`;
  return html`<section><h2>${say("holdings")}</h2>${told.holdings.length === 0 && html`<p>${say("holds_nothing")}</p>`}
      ${told.holdings.map((one) => html`<${Opens} key=${one.site} title=${[one.name, one.worth].filter(Boolean).join(": ")}><ul>${one.parts.map((line) => html`<li>${line}</li>`)}</ul><${Facts} rows=${one.facts} />
        ${!over && html`<${About} kinds=${one.orders} fixed=${{ site: one.site }} />`}</${Opens}>`)}</section>
    <section><h2>${say("projects")}</h2>${told.projects.map((one) => html`<${Opens} key=${one.id} title=${`${one.own ? "★ " : ""}${one.name}: ${one.where}, ${one.phase}`}><p>${one.text}</p><${Facts} rows=${one.facts} />
        <p class="note">${one.source}</p>${!over && one.orders.length > 0 && html`<${About} kinds=${one.orders} fixed=${{ project: one.id }} />`}</${Opens}>`)}</section>`;
}

export function Supply() {
  const told = usePart("supply");
  if (!told) return html`<section><p>${say("wait")}</p></section>`;
  return html`<section><h2>${say("supply")}</h2><${Table} title=${say("supply")} ...${told.chain} /></section>
    <section><h2>${say("stocks")}</h2><${Table} title=${say("stocks")} ...${told.stocks} /></section>
    ${told.books.map((one) => html`<section key=${one.title}><h2>${one.title}</h2><${Facts} rows=${one.rows} />${one.warning && html`<p class="bad">▼ ${one.warning}</p>`}</section>`)}`;
}
