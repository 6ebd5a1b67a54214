/** "If you release this now": what an effect would change in the coming turns, with a band. */
import { html, useState } from "./parts.js";
import { ask, state } from "./wire.js";
import { say } from "./words.js";
import { Choice, Text } from "./console_parts.js";

/** Where an effect is written: what the scenario offers is proposed by name. */
export const Effect = ({ label, value, change, required }) => html`<${Text} label=${label} tip=${say("effect_tip")} value=${value} change=${change} required=${required} most="2000" list="effects" />
  <datalist id="effects">${(state.effects?.effects || []).map((one) => html`<option value=${one.effect}>${one.label}</option>`)}</datalist>`;

const band = (one) => `${one.median} (${one.low} – ${one.high})`;
export function Ahead({ effect }) {
  const seats = (state.roster?.seats || []).map((one) => [one.seat, one.name]);
  const [seat, choose] = useState(state.seeing || seats[0]?.[0] || "");
  const found = state.look_ahead?.effect === effect && state.look_ahead.seat === seat ? state.look_ahead : null;
  return html`<div class="ahead"><div class="line"><${Choice} label=${say("ahead_for")} value=${seat} change=${choose} options=${seats} />
    <button class="plain" disabled=${!effect.trim()} onClick=${() => { state.look_ahead = null; ask("look_ahead", { effect, seat }); }}>${say("ahead")}</button></div>
    ${found?.waits && html`<p role="status">${say("wait")}</p>`}${found && !found.waits && html`${found.rows.some((row) => row.moved) && html`<div class="wide" tabindex="0" role="group" aria-label=${say("ahead")}><table><caption>${say("ahead_tip")}</caption><thead><tr><td></td><th scope="col">${say("without")}</th><th scope="col">${say("with")}</th></tr></thead>
      <tbody>${found.rows.filter((row) => row.moved).map((row) => html`<tr><th scope="row">${row.label}</th><td>${band(row.without)}</td><td>${band(row.with)}</td></tr>`)}</tbody></table></div>`}
      <p class="note" role="status">${say("ahead_same", { figures: found.rows.filter((row) => !row.moved).map((row) => row.label).join(", ") || "–" })}</p>`}</div>`;
}
