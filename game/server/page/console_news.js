/** Public headlines, and what was said to whom. */
import { html, Headlines, Message } from "./parts.js";
import { state } from "./wire.js";
import { say } from "./words.js";

const name = (to) => (to === "all" ? say("all") : state.roster?.seats.find((one) => one.seat === to)?.name || to);
function Panel() {
  return html`<div class="columns"><section><h2>${say("messages")}</h2>${state.messages.length ? html`<ul class="marked">${state.messages.map((one) => html`<li><strong>${name(one.to)}</strong>: <${Message} one=${one} /></li>`)}</ul>` : html`<p>${say("no_messages")}</p>`}</section>
    <section><h2>${say("news")}</h2><${Headlines} lines=${state.public?.headlines} /></section></div>`;
}
export const news = { title: () => say("news"), Panel };
