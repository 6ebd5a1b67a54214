/** All links, to open or to copy for a late arrival. */
import { html } from "./parts.js";
import { state } from "./wire.js";
import { say } from "./words.js";

const ROLES = { seat: "seat", console: "role_console", projector: "role_projector", observer: "role_observer", evaluator: "role_evaluator", red: "role_red" };
function Panel() {
  const names = Object.fromEntries((state.roster?.seats || []).map((one) => [one.seat, one.name]));
  const all = state.links?.links || [];
  return html`<section><h2>${say("links")}</h2><p class="note">${say("links_tip")}</p><ul>${all.map((one) => html`<li><a href=${one.path} target="_blank" rel="noopener">${names[one.seat] || say(ROLES[one.role])}</a> <code>${location.origin}${one.path}</code></li>`)}</ul></section>`;
}
export const links = { title: () => say("links"), Panel };
