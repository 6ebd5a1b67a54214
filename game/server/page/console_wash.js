/** The last page of the console: play is ended, and what happened is told. */
import { html, useEffect, useState } from "./parts.js";
import "./files.js";
import { PARTS } from "./wash.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";

function Close() {
  const [reason, type] = useState(""), [sure, ask] = useState(false);
  const send = (event) => { event.preventDefault(); if (sure) act("close_play", { turn: state.roster.turn, reason }); ask(!sure); };
  return html`<form onSubmit=${send}><p class="note">${say("wash_about")}</p><label>${say("reason")}<input required maxlength="500" value=${reason} onInput=${(event) => type(event.target.value)} /></label>
    <button>${say(sure ? "wash_sure" : "wash_close")}</button>${sure && html`<button type="button" onClick=${() => ask(false)}>${say("cancel")}</button>`}</form>`;
}
function Told({ wash }) {
  const showing = state.washing?.part || "", show = (part) => act("show_wash", { part });
  return html`<p><button disabled=${Boolean(state.making)} onClick=${() => ask("debrief_file")}>${say("wash_debrief")}</button>${showing && html`<button onClick=${() => show("")}>${say("wash_hide")}</button>`}${state.making && html` <span role="status">${say("wash_making")}</span>`}${state.folder && html` <span role="status">${say("wash_folder", { folder: state.folder })}</span>`}</p>
    ${Object.entries(PARTS).map(([key, { title, Part }]) => html`<details class="card"><summary>${title()}</summary>
      <button aria-pressed=${showing === key} onClick=${() => show(showing === key ? "" : key)}>${say(showing === key ? "wash_hide" : "wash_show")}</button><${Part} wash=${wash} /></details>`)}
    <details class="card"><summary>${say("wash_questions")}</summary><ul>${wash.questions.map((line) => html`<li>${line}</li>`)}</ul></details>
    ${wash.branches.length > 0 && html`<details class="card"><summary>${say("branches")}</summary><ul>${wash.branches.map((one) => html`<li>${say("branch", { ...one, first: one.to + 1, last: one.left })}</li>`)}</ul></details>`}`;
}
function Panel() {
  const over = state.clock?.phase === "over";
  useEffect(() => { if (over) ask("wash"); }, [over, state.roster?.turn, state.notes]);
  return html`<section><h2>${say("wash")}</h2>${!over ? html`<${Close} />` : state.wash ? html`<${Told} wash=${state.wash} />` : html`<p role="status">${say("wait")}</p>`}</section>`;
}
export const wash = { title: () => say("wash"), Panel };
