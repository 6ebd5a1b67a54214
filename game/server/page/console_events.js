/** The event list: what is due, and hold, release, skip, insert, edit. */
import { html, useState } from "./parts.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";
import { Ahead, Effect } from "./console_ahead.js";
import { Choice, Sure, Text } from "./console_parts.js";
import { upload } from "./console_files.js";

const MARKS = { planned: "○", held: "‖", released: "✓", skipped: "–" };
const STATES = { planned: "planned", held: "held", released: "released", skipped: "skipped" };
const FILTERS = {
  every: ["every_event", () => true],
  waits: ["waiting_events", (one) => one.status === "planned" || one.status === "held"],
  due: ["due_events", (one) => one.due || one.late],
  released: ["released", (one) => one.status === "released"],
};
const comes = (one) => (one.trigger === "turn" ? say("turn_short", { turn: one.turn }) : one.trigger === "condition" ? say("when", { condition: one.condition }) : say("by_hand"));

/** Cells of an event, drawn from the columns that the list has. */
function Editor({ row, done }) {
  const columns = state.events.columns.filter((one) => !["status", "released_at"].includes(one.key));
  const [cells, change] = useState(row ? row.cells : {});
  const field = (one) => {
    const set = (value) => change({ ...cells, [one.key]: value }), value = cells[one.key] || "";
    if (one.words.length) return html`<${Choice} label=${one.label} value=${value} change=${set} options=${[...new Set([value, ...one.words])].map((word) => [word, word])} />`;
    if (one.key === "model_effect") return html`<${Effect} label=${one.label} value=${value} change=${set} />`;
    return html`<${Text} label=${one.label} tip=${one.meaning} value=${value} change=${set} long=${one.long} most="8000" />`;
  };
  const send = (event) => {
    event.preventDefault();
    const written = Object.fromEntries(columns.map((one) => [one.key, cells[one.key] || ""]).filter(([key, text]) => text !== (row?.cells[key] || "")));
    if (row) act("edit_event", { serial: row.serial, cells: written });
    else act("insert_event", { cells: written });
    done();
  };
  return html`<form class="editor" onSubmit=${send}><h3>${row ? say("edit_of", { serial: row.serial }) : say("insert")}</h3><div class="fields">${columns.map((one) => html`<div key=${one.key} class=${one.long ? "whole" : ""}>${field(one)}</div>`)}</div>
    <button>${say("save")}</button><button type="button" class="plain" onClick=${done}>${say("cancel")}</button></form>`;
}

function Detail({ row }) {
  const [editing, edit] = useState(false);
  const serial = row.serial, open = row.status !== "released";
  if (editing && open) return html`<${Editor} row=${row} done=${() => edit(false)} />`;
  const told = state.events.columns.filter((one) => row.cells[one.key] && !["serial", "subject", "status", "trigger"].includes(one.key));
  return html`<dl class="cells">${told.map((one) => html`<div><dt>${one.label}</dt><dd class="pre">${row.cells[one.key]}</dd></div>`)}</dl>
    ${open && html`${row.effect && html`<${Ahead} effect=${row.effect} />`}<div class="line">
      <${Sure} label=${say("release")} sure=${say("release_sure", { serial })} act=${() => act("release_event", { serial })} />
      ${row.status === "planned" ? html`<button class="plain" onClick=${() => act("hold_event", { serial })}>${say("hold")}</button>` : html`<button class="plain" onClick=${() => act("plan_event", { serial })}>${say("plan_again")}</button>`}
      ${row.status !== "skipped" && html`<button class="plain" onClick=${() => act("skip_event", { serial })}>${say("skip")}</button>`}
      <button class="plain" onClick=${() => edit(true)}>${say("edit")}</button></div>`}`;
}

function Row({ row, chosen, choose }) {
  const due = row.due ? say("due_now") : row.late ? say("overdue") : "";
  const extras = [due && `▲ ${due}`, row.effect && `⚙ ${say("acts")}`, row.for_need && say("for_need"), row.hidden && say("control_only")].filter(Boolean).join(" · ");
  return html`<li class=${`event ${row.status}${due ? " due" : ""}`}><button class="head" aria-expanded=${chosen} onClick=${() => choose(chosen ? "" : row.serial)}>
    <span class="state"><span aria-hidden="true">${MARKS[row.status]} </span>${say(STATES[row.status])}</span><span class="serial">${row.serial}</span><span class="comes">${comes(row)}</span>
    <span class="what">${row.subject || row.effect}</span><span class="to">${row.cells.to || say("all")}</span></button>
    ${extras && html`<p class="note">${extras}</p>`}${chosen && html`<div class="detail"><${Detail} key=${row.status} row=${row} /></div>`}</li>`;
}

function Files() {
  const pick = (event) => { const [file] = event.target.files; if (file) upload(file); event.target.value = ""; };
  const get = (suffix, separator = "comma") => ask("event_file", { suffix, separator });
  return html`<details class="files"><summary>${say("event_files")}</summary><label class="field">${say("load_events")}<span class="note"> ${say("load_tip")}</span><input type="file" accept=".csv,.xlsx,.tsv,.txt" onChange=${pick} /></label>
    <div class="line"><button class="plain" onClick=${() => get(".xlsx")}>${say("get_xlsx")}</button><button class="plain" onClick=${() => get(".csv")}>${say("get_csv")}</button><button class="plain" onClick=${() => get(".csv", "semicolon")}>${say("get_csv_semicolon")}</button></div></details>`;
}

function Panel() {
  const [filter, sift] = useState("every"), [text, find] = useState(""), [chosen, choose] = useState(""), [inserting, insert] = useState(false);
  const wanted = text.trim().toLowerCase(), rows = state.events?.rows || [];
  const shown = rows.filter((one) => FILTERS[filter][1](one) && (!wanted || Object.values(one.cells).join(" ").toLowerCase().includes(wanted)));
  return html`<section class="events"><div class="line filter"><${Choice} label=${say("show")} value=${filter} change=${sift} options=${Object.entries(FILTERS).map(([key, [word]]) => [key, say(word)])} />
    <${Text} label=${say("find")} value=${text} change=${find} /><button onClick=${() => insert(true)} disabled=${inserting || !state.events}>${say("insert")}</button></div><${Files} />
    ${inserting && html`<${Editor} done=${() => insert(false)} />`}
    ${rows.length === 0 && html`<p>${say("no_events")}</p>`}<p class="note" role="status">${rows.length > 0 && say("events_shown", { shown: shown.length, all: rows.length })}</p>
    <ol class="events">${shown.map((row) => html`<${Row} key=${row.serial} row=${row} chosen=${row.serial === chosen} choose=${choose} />`)}</ol></section>`;
}
export const events = { title: () => say("events"), count: () => state.events?.rows.filter((one) => one.due || one.late).length, Panel };
