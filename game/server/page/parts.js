/** What several pages show: the bar with the clock, refusals, headlines, charts. */
import { h, render } from "./vendor/preact.module.js";
import { useEffect, useRef, useState } from "./vendor/hooks.module.js";
import htm from "./vendor/htm.module.js";
import uPlot from "./vendor/uPlot.esm.js";
import { connect, state, watch } from "./wire.js";
import { say } from "./words.js";

export const html = htm.bind(h);
export { useEffect, useState };

/** Draw `Page` anew whenever the server has said something. */
export function open(Page, hello) {
  const place = document.getElementById("page");
  const draw = () => render(html`<${Page} state=${state} />`, place);
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
  if (!clock) return null;
  if (clock.left === null) return html`<span class="clock">${say("no_limit")}</span>`;
  const left = Math.max(0, clock.left - (clock.running ? (performance.now() - clock.at) / 1000 : 0));
  return html`<span class="clock" role="timer">${minutes(left)} ${say(clock.running ? "left" : "paused")}${left < clock.warn ? ` ▲ ${say("hurry")}` : ""}</span>`;
}

export function Bar({ title, turn }) {
  return html`<header class="bar"><h1>${title || say("connecting")}</h1>
    ${turn && html`<span>${turn.finished ? say("over") : say("turn", { turn: Math.min(turn.turn + 1, turn.turns), turns: turn.turns })}${turn.month ? ` · ${turn.month}` : ""}</span>`}
    <${Clock} clock=${state.clock} /></header>
    ${!state.online && html`<p class="offline" role="alert">${state.goodbye?.text || say("offline")}</p>`}
    ${state.waiting > 0 && html`<p role="status">${say("waiting", { n: state.waiting })}</p>`}
    ${state.refusal && html`<p class="bad" role="alert">✗ ${state.refusal}</p>`}
    <p class="hidden" aria-live="polite">${state.spoken}</p>`;
}

const MARKS = { good: "▲", bad: "▼", rival: "◆", plain: "•" };
export function Headlines({ lines, most = 30 }) {
  if (!lines?.length) return html`<p>${say("no_news")}</p>`;
  return html`<ul class="marked">${lines.slice(0, most).map((one) => html`<li><span aria-hidden="true">${MARKS[one.tone] || "•"} </span>${one.month} ${one.text}
    ${one.behind?.length > 0 && html`<details><summary>${say("behind")}</summary>${one.behind.map((line) => html`<p>${line}</p>`)}</details>`}</li>`)}</ul>`;
}

export const Messages = () => html`<section><h2>${say("messages")}</h2>
  ${state.messages.length ? html`<ul>${state.messages.map((one) => html`<li>${one.text}</li>`)}</ul>` : html`<p>${say("no_messages")}</p>`}</section>`;

const figure = (value) => (value == null ? "" : Number(value.toPrecision(4)).toLocaleString(document.documentElement.lang));
export function Charts({ series }) {
  const [key, choose] = useState("");
  const place = useRef(null);
  const one = series?.find((each) => each.key === key) || series?.[0];
  useEffect(() => {
    if (!one || one.months.length < 2) return undefined;
    const style = getComputedStyle(document.body), ink = style.color, axis = { stroke: ink, grid: { stroke: "#8794a355" } };
    const plot = new uPlot({ width: place.current.clientWidth, height: 240, scales: { x: { time: false } }, axes: [axis, axis],
      series: [{ label: say("months") }, { label: one.label, stroke: ink, width: 2 }] }, [one.months, one.values], place.current);
    return () => plot.destroy();
  }, [one]);
  if (!one) return null;
  return html`<section><h2>${say("charts")}</h2><label>${say("chart")}
    <select value=${one.key} onChange=${(event) => choose(event.target.value)}>${series.map((each) => html`<option value=${each.key}>${each.page}: ${each.label}</option>`)}</select></label>
    <p>${say("latest")}: ${figure(one.values.at(-1))} ${one.unit}</p><div ref=${place} class="wide"></div></section>`;
}
