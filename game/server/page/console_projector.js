/** What the projector shows. */
import { html } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";

const SHOWS = ["news", "prices", "world", "map", "agreements", "qr", "lock"];
const WORDS = { news: "show_news", prices: "show_prices", world: "show_world", map: "show_map", agreements: "show_agreements", qr: "show_qr", lock: "show_lock" };
function Panel() {
  const now = state.projector?.shows;
  const link = state.links?.links.find((one) => one.role === "projector")?.path;
  return html`<section><h2>${say("projector")}</h2><p class="note">${say("projector_tip")}</p>
    <div class="choices" role="group" aria-label=${say("projector")}>${SHOWS.map((key) => html`<button class=${now === key ? "" : "plain"} aria-pressed=${now === key} onClick=${() => act("project", { shows: key })}>${now === key ? "✓ " : ""}${say(WORDS[key])}</button>`)}</div>
    ${link && html`<p><a href=${link} target="_blank" rel="noopener">${say("open_projector")}</a></p>`}</section>`;
}
export const projector = { title: () => say("projector"), Panel };
