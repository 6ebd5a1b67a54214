/** The draft of the turn: what it holds and costs, taking back, sealing with a second look. */
import { html, useEffect, useRef, useState } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";
import { did, undo, undoable } from "./undo.js";
import { nickname } from "./team.js";

const left = (draft) => `${say("budget")}: ${draft.budget_after_text} · ${say("capital")}: ${draft.capital_after_text}`;

function Sealing({ draft, turn }) {
  const [asking, look] = useState(false);
  const yes = useRef(null);
  useEffect(() => { if (asking) yes.current?.focus(); }, [asking]);
  useEffect(() => look(false), [turn, draft.sealed]);
  if (draft.sealed) return html`<button class="plain" onClick=${() => act("unseal", { turn, ...nickname() })}>${say("unseal")}</button>`;
  if (!asking) return html`<button disabled=${state.view.finished} onClick=${() => look(true)}>${say("seal")}</button>`;
  const sure = draft.orders.length ? say("seal_sure", { n: draft.orders.length }) : say("seal_empty");
  return html`<div role="group" aria-label=${sure}><p><strong>${sure}</strong></p>
    <button ref=${yes} onClick=${() => act("seal", { turn, ...nickname() })}>${say("seal_yes")}</button><button class="plain" onClick=${() => look(false)}>${say("seal_no")}</button></div>`;
}

export function Draft({ draft }) {
  const turn = state.view.turn;
  const remove = (one, index) => { act("remove", { turn, index, ...nickname() }); did({ remove: one.order }); };
  return html`<section id="draft"><h2>${draft.sealed ? "✓" : "○"} ${say("draft")}: ${say(draft.sealed ? "sealed" : "open")}</h2>
    ${draft.orders.length === 0 && html`<p>${say("empty")}</p>`}
    <ol>${draft.orders.map((one, index) => html`<li>${[one.text, one.price_text, one.capital_text].filter(Boolean).join(" · ")}
      ${!draft.sealed && html` <button class="plain" aria-label=${`${say("remove")}: ${one.text}`} onClick=${() => remove(one, index)}>${say("remove")}</button>`}</li>`)}</ol>
    <p>${say("after")}: ${left(draft)}</p>
    <${Sealing} draft=${draft} turn=${turn} />${undoable() && html`<button class="plain" onClick=${undo}>${say("undo")}</button>`}
    ${draft.done?.length > 0 && html`<details><summary>${say("who_did")}</summary><ul>${draft.done.map((line) => html`<li>${line}</li>`)}</ul></details>`}</section>`;
}

/** What is always seen of it on a phone, and the way to it. */
export function Foot({ draft, go }) {
  return html`<p class="foot"><button onClick=${go}>${draft.sealed ? "✓" : "○"} ${say("foot", { n: draft.orders.length })} · ${draft.budget_after_text} · ${say(draft.sealed ? "sealed" : "open")}</button></p>`;
}
