/** The facilitator's console. */
import { html, open, token, useState, Bar, Headlines, Messages } from "./parts.js";
import { Audit } from "./console_audit.js";
import { RedCell } from "./console_red.js";
import { Rewind } from "./console_rewind.js";
import { Teams } from "./console_teams.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";

const condition = (one) => [one.sealed ? `✓ ${say("sealed")}` : `○ ${say(state.clock?.left === 0 ? "late" : "open")}`, one.led && `⚙ ${say("led")}`].filter(Boolean).join(", ");
function Seat({ one }) {
  const who = { who: one.name }, seen = state.seen?.seat === one.seat && state.seeing === one.seat;
  const look = () => { state.seeing = seen ? "" : one.seat; if (seen) state.seen = null; ask("see", { seat: state.seeing }); };
  return html`<tr><th scope="row">${one.name}</th><td>${one.holder}</td><td>${one.here || say("absent")}</td><td>${condition(one)}</td><td>${one.orders}</td><td>
    <button onClick=${look}>${say(seen ? "stop_seeing" : "see", who)}</button>
    ${one.led ? html`<button onClick=${() => act("hand_back", { seat: one.seat })}>${say("hand_back", who)}</button>`
      : html`<button onClick=${() => act("lead", { seat: one.seat, doctrine: "" })}>${say("lead", who)}</button>`}</td></tr>`;
}
function Say({ seats }) {
  const [to, aim] = useState("all"), [text, type] = useState("");
  const send = (event) => { event.preventDefault(); act("say", { to, text }); type(""); };
  return html`<form onSubmit=${send}><label>${say("to")}<select value=${to} onChange=${(event) => aim(event.target.value)}><option value="all">${say("all")}</option>
    ${seats.map((one) => html`<option value=${one.seat}>${one.name}</option>`)}</select></label>
    <label>${say("text")}<input required maxlength="500" value=${text} onInput=${(event) => type(event.target.value)} /></label><button>${say("say")}</button></form>`;
}
function End() {
  const [sure, ask] = useState(false);
  if (!sure) return html`<button onClick=${() => ask(true)}>${say("end")}</button>`;
  return html`<button onClick=${() => act("end")}>${say("end_sure")}</button><button onClick=${() => ask(false)}>${say("keep")}</button>`;
}
function Seen({ view }) {
  return html`<section><h2>${say("seen", { who: view.seat_name })}</h2><p>${say("budget")}: ${view.budget.text} · ${say("capital")}: ${view.capital.text}</p>
    <ul>${view.indicators.map((one) => html`<li>${one.label}: ${one.text}</li>`)}</ul><${Headlines} lines=${view.headlines} most=${10} /></section>`;
}
function Console({ state }) {
  const seats = state.roster?.seats || [], turn = state.roster?.turn, running = state.clock?.running;
  return html`<${Bar} title=${state.welcome?.title} turn=${state.public} />
    <p>${say("room")}: <strong>${state.welcome?.room}</strong></p>
    <p><button onClick=${() => act("clock", { do: running ? "pause" : "start" })}>${say(running ? "pause" : "start")}</button>
      <button onClick=${() => act("clock", { do: "extend", seconds: 60 })}>${say("extend")}</button><button disabled=${state.public?.finished} onClick=${() => act("next", { turn })}>${say("next")}</button></p>
    <section><h2>${say("seats")}</h2><div class="wide" tabindex="0" role="group" aria-label=${say("seats")}><table><thead><tr>${["seat", "who", "here", "state", "orders"].map((key) => html`<th scope="col">${say(key)}</th>`)}<td></td></tr></thead>
      <tbody>${seats.map((one) => html`<${Seat} key=${one.seat} one=${one} />`)}</tbody></table></div></section>
    ${state.seen && html`<${Seen} view=${state.seen} />`}
    <div class="columns"><section><h2>${say("text")}</h2><${Say} seats=${seats} /></section><${Messages} /></div>
    <section><h2>${say("news")}</h2><${Headlines} lines=${state.public?.headlines} /></section>
    <${Teams} /><${RedCell} /><${Rewind} /><${Audit} />
    <${End} />`;
}
open(Console, token());
