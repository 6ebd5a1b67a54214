/** What the whole room may see. */
import { html, open, token, Bar, Charts, Headlines } from "./parts.js";
import { say } from "./words.js";

function Projector({ state }) {
  const shown = state.public;
  return html`<${Bar} title=${state.welcome?.title} turn=${shown} />
    ${state.roster && html`<p>${state.roster.seats.map((one) => `${one.sealed ? "✓" : "○"} ${one.name}: ${say(one.sealed ? "sealed" : "open")}`).join(" · ")}</p>`}
    ${shown && html`<div class="columns"><section><h2>${say("news")}</h2><${Headlines} lines=${shown.headlines?.map((one) => ({ ...one, behind: [] }))} most=${8} /></section><${Charts} series=${shown.prices} /></div>`}`;
}
open(Projector, token());
