/** Control's own hand: an override of a figure, and the ruling of an argued action. */
import { html, useState } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";
import { Ahead, Effect } from "./console_ahead.js";
import { Text } from "./console_parts.js";

function Override() {
  const [effect, change] = useState(""), [reason, because] = useState(""), [sure, ask] = useState(false);
  const send = (event) => {
    event.preventDefault();
    if (!sure) { ask(true); return; }
    act("override", { effect, reason });
    ask(false);
  };
  return html`<section><h2>${say("override")}</h2><form onSubmit=${send}><${Effect} label=${say("effect")} value=${effect} change=${(text) => { change(text); ask(false); }} required />
    <${Ahead} effect=${effect} /><${Text} label=${say("reason")} tip=${say("reason_tip")} value=${reason} change=${because} required />
    <button class=${sure ? "warns" : ""}>${say(sure ? "override_sure" : "override_do")}</button></form></section>`;
}

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
function Ruling() {
  const [form, change] = useState({ by: "", claim: "", pro: "", con: "", odds: 50, effect: "" });
  const set = (key) => (value) => change({ ...form, [key]: value });
  const send = (event) => {
    event.preventDefault();
    act("ruling", { by: form.by, claim: form.claim, arguments_for: lines(form.pro), arguments_against: lines(form.con), odds: Number(form.odds), effect: form.effect });
    change({ by: "", claim: "", pro: "", con: "", odds: 50, effect: "" });
  };
  return html`<section><h2>${say("ruling")}</h2><p class="note">${say("ruling_tip")}</p><form onSubmit=${send}>
    <${Text} label=${say("ruling_by")} value=${form.by} change=${set("by")} /><${Text} label=${say("claim")} value=${form.claim} change=${set("claim")} required />
    <div class="line"><${Text} label=${say("pro")} tip=${say("one_a_line")} value=${form.pro} change=${set("pro")} long /><${Text} label=${say("con")} tip=${say("one_a_line")} value=${form.con} change=${set("con")} long /></div>
    <label class="field">${say("odds", { odds: form.odds })}<input type="range" min="0" max="100" step="5" value=${form.odds} onInput=${(event) => set("odds")(event.target.value)} /></label>
    <${Effect} label=${say("effect_if")} value=${form.effect} change=${set("effect")} />${form.effect && html`<${Ahead} effect=${form.effect} />`}
    <button>${say("throw")}</button></form></section>`;
}

function Ruled({ one }) {
  return html`<li><strong>${say("turn_short", { turn: one.turn + 1 })}</strong> ${one.by && `${one.by}: `}${one.claim}<br />
    ${one.success ? "✓" : "✗"} ${say(one.success ? "succeeded" : "failed", { roll: one.roll, odds: one.odds })}${one.effect ? ` · ${one.effect}` : ""}
    ${one.arguments_for.map((text) => html`<br />+ ${text}`)}${one.arguments_against.map((text) => html`<br />− ${text}`)}</li>`;
}

const KINDS = { inject: "kind_inject", override: "kind_override", ruling: "kind_ruling" };
const By = ({ one }) => html`<li><strong>${say("turn_short", { turn: one.turn + 1 })}</strong> ${say(KINDS[one.kind], one)}${one.effect ? ` · ${one.effect}` : ""}<br /><span class="note pre">${one.reason}</span></li>`;

function Panel() {
  const done = [...(state.rulings?.done || [])].reverse();
  const rulings = [...(state.rulings?.rulings || [])].reverse();
  return html`<div class="columns"><div><${Override} />${done.length > 0 && html`<section><h2>${say("done_by_hand")}</h2><ul class="marked">${done.map((one) => html`<${By} one=${one} />`)}</ul></section>`}</div><div><${Ruling} />${rulings.length > 0 && html`<section><h2>${say("rulings")}</h2><ul class="marked">${rulings.map((one) => html`<${Ruled} one=${one} />`)}</ul></section>`}</div></div>`;
}
export const interventions = { title: () => say("interventions"), Panel };
