/** Every act of the session: the latest here, all of them as a file. */
import { html } from "./parts.js";
import "./files.js";
import { ask, state } from "./wire.js";
import { say } from "./words.js";

const when = (at) => (at ? new Date(at).toLocaleTimeString(document.documentElement.lang) : "");
const Row = ({ one }) => html`<tr><td>${when(one.at)}</td><td>${one.turn}</td><td>${[one.who, one.who.endsWith(`:${one.seat}`) ? "" : one.seat].filter(Boolean).join(" ")}</td><td>${one.act}</td>
  <td>${one.what}${one.taken_back ? ` (${say("taken_back")})` : ""}</td><td>${one.reason}</td></tr>`;

function Panel() {
  const log = state.audit, heads = ["audit_at", "audit_turn", "audit_who", "audit_act", "audit_what", "reason"];
  return html`<section><h2>${say("audit")}</h2>
    <button onClick=${() => ask("audit")}>${say("audit_show")}</button><button onClick=${() => ask("audit_file")}>${say("audit_file")}</button>
    ${log && html`<p>${say("audit_shown", { shown: log.rows.length, total: log.total })}</p><div class="wide" tabindex="0" role="group" aria-label=${say("audit")}><table>
      <thead><tr>${heads.map((key) => html`<th scope="col">${say(key)}</th>`)}</tr></thead><tbody>${log.rows.map((one) => html`<${Row} key=${one.number} one=${one} />`)}</tbody></table></div>`}</section>`;
}
export const audit = { title: () => say("audit"), Panel };
