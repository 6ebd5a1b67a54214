/** The people at one seat: the name of this device, and what the team predicts and why, kept for the debrief. */
import { keep, kept } from "./kept.js";
import { html, useEffect, useState } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";

/** What goes with an act so that the team sees who of them did it; nothing where this device has no name. */
export const nickname = () => { const who = kept("nickname", ""); return who ? { who } : {}; };

export function Nickname() {
  const [name, type] = useState(kept("nickname", ""));
  const change = (event) => { type(event.target.value); keep("nickname", event.target.value.trim() || null); };
  return html`<label>${say("nickname")}<input maxlength="20" autocomplete="off" value=${name} onInput=${change} /></label><p class="note">${say("nickname_tip")}</p>`;
}

function Note({ kind, turn }) {
  const mine = (state.notes?.notes || []).filter((one) => one.kind === kind && one.turn === turn);
  const last = mine.at(-1)?.text || "";
  const [text, type] = useState("");
  useEffect(() => type(last), [last, turn]);
  const send = (event) => { event.preventDefault(); if (text.trim() && text.trim() !== last) act("note", { kind, text: text.trim() }); };
  return html`<form onSubmit=${send}><label>${say(kind)}<input maxlength="200" value=${text} onInput=${(event) => type(event.target.value)} /></label><p class="note">${say(`${kind}_tip`)}</p>
    <button disabled=${!text.trim() || text.trim() === last}>${say("note_down")}</button>${last && html` <span>✓ ${say("noted")}</span>`}</form>`;
}

export function Notes({ view }) {
  const before = (state.notes?.notes || []).filter((one) => one.turn < view.turn).slice().reverse();
  return html`<section><h2>${say("notes")}</h2><p class="note">${say("notes_tip")}</p>
    ${!view.finished && ["prediction", "rationale"].map((kind) => html`<${Note} key=${kind} kind=${kind} turn=${view.turn} />`)}
    ${before.length > 0 && html`<details><summary>${say("notes_before")}</summary><ul>${before.map((one) => html`<li>${say("of_turn", { turn: one.turn + 1 })}, ${say(one.kind)}: ${one.text}</li>`)}</ul></details>`}</section>
    <section><h2>${say("team")}</h2><${Nickname} /></section>`;
}
