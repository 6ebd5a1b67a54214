/** An evaluator's page: the objectives with ratings and notes, the public picture, and every seat as it sees itself. */
import { html, open, token, useState, Bar, Facts, Headlines, Messages } from "./parts.js";
import { Charts } from "./chart.js";
import { Notes, RATED } from "./console_notes.js";
import { keep, kept } from "./kept.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";

function Write({ objectives }) {
  const [who, call] = useState(kept("evaluator", "")), [at, aim] = useState(""), [rating, rate] = useState(""), [text, type] = useState("");
  const send = (event) => {
    event.preventDefault();
    keep("evaluator", who);
    act("note", { kind: "observation", text, who, ...(at === "" ? {} : { objective: Number(at), rating }) });
    type("");
    rate("");
  };
  return html`<form onSubmit=${send}><label>${say("evaluator_name")}<input required maxlength="60" value=${who} onInput=${(event) => call(event.target.value)} /></label>
    <label>${say("objective")}<select value=${at} onChange=${(event) => aim(event.target.value)}><option value="">${say("general")}</option>${objectives.map((one, n) => html`<option value=${n}>${one}</option>`)}</select></label>
    ${at !== "" && html`<label>${say("rating")}<select value=${rating} onChange=${(event) => rate(event.target.value)}>${Object.keys(RATED).map((key) => html`<option value=${key}>${say(RATED[key])}</option>`)}</select></label>`}
    <label>${say("observation")}<input required=${!rating} maxlength="1000" value=${text} onInput=${(event) => type(event.target.value)} /></label><button>${say("write_note")}</button></form>`;
}
/** The latest rating of an objective. */
const rated = (n) => (state.notes?.notes || []).filter((one) => one.objective === n && one.rating).at(-1)?.rating || "";

function Seen({ seats }) {
  const view = state.seen?.seat === state.seeing ? state.seen : null;
  const look = (event) => { state.seeing = event.target.value; state.seen = null; ask("see", { seat: state.seeing }); };
  return html`<section><label>${say("look_at")}<select value=${state.seeing || ""} onChange=${look}><option value="">${say("nobody_seen")}</option>${seats.map((one) => html`<option value=${one.seat}>${one.name}</option>`)}</select></label>
    ${view && html`<h2>${view.seat_name}</h2><${Facts} rows=${[[say("budget"), view.budget.text], [say("capital"), view.capital.text], ...view.indicators.map((one) => [one.label, one.text])]} />
      <h3>${say("draft")}</h3>${state.seenDraft?.orders.length ? html`<ol>${state.seenDraft.orders.map((one) => html`<li>${one.text}</li>`)}</ol>` : html`<p>${say("empty")}</p>`}
      <h3>${say("news")}</h3><${Headlines} lines=${view.headlines} most=${12} />`}</section>`;
}
function Evaluate({ state }) {
  const shown = state.public, known = state.objectives;
  if (!shown || !known) return html`<${Bar} title=${state.welcome?.title} />`;
  return html`<${Bar} title=${`${say("evaluator")}: ${state.welcome.title}`} turn=${shown} /><div class="columns"><div>
      <section><h2>${say("objectives")}</h2><ol>${known.objectives.map((one, n) => html`<li>${one} <strong>${say(RATED[rated(n)])}</strong></li>`)}</ol><${Write} objectives=${known.objectives} /></section>
      <section><h2>${say("all_notes")}</h2><${Notes} notes=${state.notes?.notes} /></section></div>
    <div><${Seen} seats=${known.seats} /><section><h2>${say("news")}</h2><${Headlines} lines=${shown.headlines} /></section><${Charts} series=${shown.prices} labels=${shown.months} /><${Messages} /></div></div>`;
}
open(Evaluate, token());
