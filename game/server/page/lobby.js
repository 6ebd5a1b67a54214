/** The lobby: a room code, what is played, who is here, a name, a free seat. */
import { html, open, Bar, useState } from "./parts.js";
import { act, connect } from "./wire.js";
import { say } from "./words.js";

const code = location.hash.slice(1);
function Code({ wrong }) {
  const [room, type] = useState("");
  const go = (event) => { event.preventDefault(); history.replaceState(null, "", `#${room.trim().toUpperCase()}`); connect({ room: room.trim() }); };
  return html`<h1>Chokepoint</h1>${wrong && html`<p class="bad" role="alert">✗ ${wrong}</p>`}
    <form onSubmit=${go}><label>${say("room")}<input required autocomplete="off" autocapitalize="characters" value=${room} onInput=${(event) => type(event.target.value)} /></label><button>${say("join")}</button></form>`;
}
function Seat({ one, name }) {
  const people = one.here ? say("devices", { n: one.here }) : say("nobody_here");
  return html`<section><h2>${one.name}</h2><p>${one.role}</p>
    ${one.free ? html`<button disabled=${!name.trim()} aria-label=${`${say("pick")}: ${one.name}`} onClick=${() => act("claim", { seat: one.seat, name: name.trim() })}>${say("pick")}</button>`
      : html`<p>● ${say("taken", { who: one.holder })} · ${people}</p><p class="note">${say("join_team")}</p>`}</section>`;
}
function Seats({ lobby }) {
  const [name, type] = useState("");
  const free = lobby.seats.filter((one) => one.free).length;
  return html`<p role="status">${say("free_seats", { free, all: lobby.seats.length })}${lobby.started ? ` · ${say("running")}` : ""}</p>
    ${free > 0 && html`<label>${say("name")}<input maxlength="40" value=${name} onInput=${(event) => type(event.target.value)} /></label><p class="note">${say("name_tip")}</p>`}
    <div class="cards">${lobby.seats.map((one) => html`<${Seat} key=${one.seat} one=${one} name=${name} />`)}</div>`;
}
function Lobby({ state }) {
  if (!state.welcome && state.goodbye) return html`<${Code} wrong=${code || location.hash ? state.goodbye.text : ""} />`;
  return html`<${Bar} title=${state.welcome?.title} /><p class="pre">${state.welcome?.summary}</p>${state.lobby && html`<${Seats} lobby=${state.lobby} />`}`;
}
open(Lobby, { room: code });
