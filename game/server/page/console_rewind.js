/** The facilitator goes back to an earlier turn. */
import { html, useState } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";

const Branches = ({ branches }) => html`<h3>${say("branches")}</h3><ul>${branches.map((one) => html`<li>${say("branch", { ...one, first: one.to + 1, last: one.left })}</li>`)}</ul>`;

function Panel() {
  const turn = state.roster?.turn || 0, [chosen, choose] = useState(null), [reason, type] = useState(""), [sure, ask] = useState(false);
  const to = Math.min(chosen ?? turn - 1, turn - 1), branches = state.branches?.branches || [];
  const send = (event) => {
    event.preventDefault();
    if (sure) { act("rewind", { turn, to, reason }); type(""); choose(null); }
    ask(!sure);
  };
  return html`<section><h2>${say("rewind")}</h2><p class="note">${say("rewind_about")}</p>
    ${turn === 0 ? html`<p>${say("rewind_none")}</p>` : html`<form onSubmit=${send}>
      <label>${say("rewind_to")}<select value=${to} onChange=${(event) => { choose(Number(event.target.value)); ask(false); }}>${Array.from({ length: turn }, (_one, n) => html`<option value=${n}>${n + 1}</option>`)}</select></label>
      <label>${say("reason")}<input required maxlength="500" value=${reason} onInput=${(event) => type(event.target.value)} /></label>
      <button>${sure ? say("rewind_sure", { turns: turn - to }) : say("rewind_do", { turn: to + 1 })}</button>${sure && html`<button type="button" onClick=${() => ask(false)}>${say("cancel")}</button>`}</form>`}
    ${branches.length > 0 && html`<${Branches} branches=${branches} />`}</section>`;
}
export const rewind = { title: () => say("rewind"), Panel };
