/** The lobby: a room code, a name, a free seat. */
import { html, open, Bar, useState } from "./parts.js";
import { act, connect } from "./wire.js";
import { say } from "./words.js";

const code = location.hash.slice(1);
function Code() {
  const [room, type] = useState("");
  const go = (event) => { event.preventDefault(); history.replaceState(null, "", `#${room.trim().toUpperCase()}`); connect({ room: room.trim() }); };
  return html`<form onSubmit=${go}><label>${say("room")}<input required autocomplete="off" value=${room} onInput=${(event) => type(event.target.value)} /></label>
    <button>${say("join")}</button></form>`;
}
function Seats({ lobby }) {
  const [name, type] = useState("");
  return html`<label>${say("name")}<input maxlength="40" value=${name} onInput=${(event) => type(event.target.value)} /></label>
    ${lobby.seats.map((one) => html`<section key=${one.seat}><h2>${one.name}</h2><p>${one.role}</p>
      ${one.free ? html`<button disabled=${!name.trim()} aria-label=${`${say("pick")}: ${one.name}`} onClick=${() => act("claim", { seat: one.seat, name: name.trim() })}>${say("pick")}</button>`
        : html`<p>${say("taken", { who: one.holder })}</p>`}</section>`)}`;
}
function Lobby({ state }) {
  if (!state.welcome && (!code || state.goodbye)) return html`<h1>Chokepoint</h1>${state.goodbye && html`<p class="bad" role="alert">✗ ${state.goodbye.text}</p>`}<${Code} />`;
  return html`<${Bar} title=${state.welcome?.title} /><p>${state.welcome?.summary}</p>${state.lobby && html`<${Seats} lobby=${state.lobby} />`}`;
}
open(Lobby, code && { room: code });
