/** What several pages show: the bar with clock and settings, refusals, headlines, messages. */
import { h, render } from "./vendor/preact.module.js";
import { useEffect, useRef, useState } from "./vendor/hooks.module.js";
import htm from "./vendor/htm.module.js";
import { keep, kept } from "./kept.js";
import { connect, language, state, watch } from "./wire.js";
import { say } from "./words.js";

export const html = htm.bind(h);
export { useEffect, useRef, useState };

/** Text sizes, in hundredths of what the browser has. */
const SIZES = [85, 100, 120, 145, 175];
const resize = (size) => { document.documentElement.style.fontSize = `${size}%`; };

/** Draw `Page` anew whenever the server has said something. */
export function open(Page, hello) {
  const place = document.getElementById("page");
  const draw = () => render(html`<${Page} state=${state} />`, place);
  resize(kept("size", 100));
  watch(draw);
  draw();
  if (hello) connect(hello);
  addEventListener("hashchange", () => location.reload());
}
export const token = () => ({ token: location.hash.slice(1) });

const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
export function Clock({ clock }) {
  const [, tick] = useState(0);
  useEffect(() => { const timer = setInterval(() => tick((n) => n + 1), 500); return () => clearInterval(timer); }, []);
  if (!clock || clock.phase === "over") return null;
  if (clock.left === null) return html`<span class="clock">${say("no_limit")}</span>`;
  const left = Math.max(0, clock.left - (clock.running ? (performance.now() - clock.at) / 1000 : 0));
  return html`<span class="clock" role="timer">${minutes(left)} ${say(clock.running ? "left" : "paused")}${left < clock.warn ? ` ▲ ${say("hurry")}` : ""}</span>`;
}

/** Text size and, where there is more than one, language; both are kept in this browser. */
export function Settings() {
  const [size, set] = useState(kept("size", 100));
  const at = SIZES.indexOf(size), languages = state.welcome?.languages || [];
  const to = (place) => { const next = SIZES[Math.min(Math.max(place, 0), SIZES.length - 1)]; keep("size", next); resize(next); set(next); };
  const speak = (event) => { keep("language", event.target.value); connect(); };
  const name = (code) => new Intl.DisplayNames([code], { type: "language" }).of(code);
  return html`<div class="settings" role="group" aria-label=${say("settings")}>
    <button class="plain" aria-label=${say("smaller")} disabled=${at === 0} onClick=${() => to(at - 1)}>A−</button>
    <button class="plain" aria-label=${say("usual_size")} onClick=${() => to(SIZES.indexOf(100))}>A</button>
    <button class="plain" aria-label=${say("larger")} disabled=${at === SIZES.length - 1} onClick=${() => to(at + 1)}>A+</button>
    ${languages.length > 1 && html`<select aria-label=${say("language")} value=${state.welcome.language || language()} onChange=${speak}>
      ${languages.map((code) => html`<option value=${code} lang=${code}>${name(code)}</option>`)}</select>`}</div>`;
}

export function Bar({ title, turn }) {
  return html`<header class="bar"><h1>${title || say("connecting")}</h1>
    ${turn && html`<span>${turn.finished ? say("over") : say("turn", { turn: Math.min(turn.turn + 1, turn.turns), turns: turn.turns })}${turn.period ? ` · ${turn.period}` : ""}</span>`}
    <${Clock} clock=${state.clock} />${state.welcome && html`<${Settings} />`}</header>
    ${!state.online && (state.welcome || state.goodbye) && html`<p class="offline" role="alert">${state.goodbye?.text || say("offline")}</p>`}
    ${state.waiting > 0 && html`<p role="status">${say("waiting", { n: state.waiting })}</p>`}
    ${state.refusal && html`<p class="bad" role="alert">✗ ${state.refusal}</p>`}
    <p class="hidden" aria-live="polite">${state.spoken}</p>`;
}

const MARKS = { good: "▲", bad: "▼", rival: "◆", plain: "•" };
export function Headlines({ lines, most = 30 }) {
  if (!lines?.length) return html`<p>${say("no_news")}</p>`;
  return html`<ul class="marked">${lines.slice(0, most).map((one) => html`<li class=${one.tone}><span aria-hidden="true">${MARKS[one.tone] || "•"} </span>${one.when || one.month}: ${one.text}${one.cause ? ` (${one.cause})` : ""}
    ${one.behind?.length > 0 && html`<details><summary>${say("behind")}</summary>${one.behind.map((line) => html`<p>${line}</p>`)}</details>`}</li>`)}</ul>`;
}

/** A message of the facilitator, or an event: how it came, from whom, and its heading before its text. */
export const Message = ({ one }) => html`${one.way && html`<span class="note">${[one.way, one.from].filter(Boolean).join(", ")}</span><br />`}${one.subject && html`<strong>${one.subject}</strong>${one.text && html`<br />`}`}<span class="pre">${one.text}</span>${one.attachment && html` <span class="note">[${one.attachment}]</span>`}`;
export const Messages = () => html`<section><h2>${say("messages")}</h2>
  ${state.messages.length ? html`<ul>${state.messages.map((one) => html`<li><${Message} one=${one} /></li>`)}</ul>` : html`<p>${say("no_messages")}</p>`}</section>`;

/** Facts as a list of what and how much. */
export const Facts = ({ rows }) => rows?.length > 0 && html`<dl class="facts">${rows.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>`;

/** A table in a box of its own that scrolls sideways where the screen is narrow; the first column names the row. */
export function Table({ title, heads, rows }) {
  return html`<div class="wide" tabindex="0" role="group" aria-label=${title}><table><thead><tr>${heads.map((head) => (head ? html`<th scope="col">${head}</th>` : html`<td></td>`))}</tr></thead>
    <tbody>${rows.map(([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map((text) => html`<td>${text}</td>`)}</tr>`)}</tbody></table></div>`;
}
