/** Order sheets of paper: typed as they are written, read back with prices, entered and sealed. */
import { html, useEffect, useRef, useState } from "./parts.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";
import { Choice } from "./console_parts.js";

function Panel() {
  const seats = state.roster?.seats || [], first = seats.find((one) => !one.sealed)?.seat || seats[0]?.seat || "";
  const [seat, choose] = useState(first), [text, type] = useState(""), box = useRef(null), enter = useRef(null);
  const rows = state.codes?.seat === seat ? state.codes.rows : [], fine = rows.length > 0 && rows.every((one) => one.order);
  const same = rows.map((one) => one.line).join("\n") === text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n");
  const read = () => { state.codes = null; ask("codes", { seat, text }); };
  const begin = (next) => { state.codes = null; choose(next); type(""); box.current?.focus(); };
  const give = (seal) => {
    act("sheet", { turn: state.roster.turn, seat, orders: rows.map((one) => one.order), seal });
    begin(seats.find((one) => one.seat !== seat && !one.sealed)?.seat || seat);
  };
  const keys = (event) => { if (event.key === "Enter" && event.ctrlKey) { event.preventDefault(); read(); } };
  useEffect(() => { if (fine && same) enter.current?.focus(); }, [state.codes]);
  return html`<section><h2>${say("paper")}</h2><p class="note">${say("paper_tip")}</p><${Choice} label=${say("seat")} value=${seat} change=${begin} options=${seats.map((one) => [one.seat, one.name])} />
    <label class="field">${say("sheet")}<textarea ref=${box} rows="7" spellcheck="false" autocapitalize="characters" value=${text} onInput=${(event) => type(event.target.value)} onKeyDown=${keys}></textarea></label>
    <button class="plain" disabled=${!text.trim()} onClick=${read}>${say("sheet_read")}</button>
    ${rows.length > 0 && same && html`<div class="wide" tabindex="0" role="group" aria-label=${say("sheet")}><table><thead><tr><th scope="col">${say("line")}</th><th scope="col">${say("reads_as")}</th></tr></thead>
      <tbody>${rows.map((one) => html`<tr><th scope="row"><code>${one.line}</code></th><td class=${one.order ? "" : "bad"}>${one.order ? "✓" : "✗"} ${one.text}</td></tr>`)}</tbody></table></div>
      ${fine ? html`<button ref=${enter} onClick=${() => give(true)}>${say("sheet_seal")}</button><button class="plain" onClick=${() => give(false)}>${say("sheet_enter")}</button>` : html`<p class="bad" role="status">${say("sheet_wrong")}</p>`}`}</section>`;
}
export const paper = { title: () => say("paper"), Panel };
