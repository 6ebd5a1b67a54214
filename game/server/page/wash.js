/** Parts of the hot wash, as the console and the projector show them. */
import { html, Facts, Table } from "./parts.js";
import { RATED } from "./console_notes.js";
import { say } from "./words.js";

const team = (one) => (one.holder ? `${one.name} (${one.holder})` : one.name);
function Side({ wash }) {
  const labels = [...new Set(wash.seats.flatMap((one) => one.parts.map((part) => part.label)))];
  const cell = (one, label) => { const part = one.parts.find((each) => each.label === label); return part ? `${part.text}: ${say("of", { points: part.points, weight: Math.round(part.weight * 100) })}` : "–"; };
  const rows = labels.map((label) => [label, ...wash.seats.map((one) => cell(one, label))]);
  rows.push([say("wash_total"), ...wash.seats.map((one) => `${one.total}, ${say(one.won ? "wash_won" : "wash_lost")}`)]);
  return html`<${Table} title=${say("wash_seats")} heads=${["", ...wash.seats.map(team)]} rows=${rows} /><ul>${wash.seats.map((one) => html`<li>${one.verdict}</li>`)}</ul>`;
}
const Turning = ({ wash }) => html`<div class="cards">${wash.seats.map((one) => html`<section><h3>${team(one)}</h3>${one.turning_points.length === 0 && html`<p>${say("wash_no_turning")}</p>`}
  <ul>${one.turning_points.map((point) => html`<li>${point.when}: <strong>${point.text}</strong> ${point.cause}</li>`)}</ul></section>`)}</div>`;
const Timeline = ({ wash }) => html`${wash.timeline.map((one) => html`<details open=${one.acts.length > 0}><summary>${say("of_turn", { turn: one.turn })}, ${one.period}</summary>
  <ul class="marked">${one.acts.map((act) => html`<li>⚑ <strong>${act.reason}</strong> (${[act.act, act.what].filter(Boolean).join(": ")})</li>`)}${one.headlines.map((line) => html`<li class=${line.tone}>${line.when}: ${line.text}</li>`)}</ul></details>`)}`;
const Rules = ({ wash }) => html`<p>${wash.thinking}</p>${wash.rules.map((one) => html`<section><h3>${one.name}</h3><p>${one.does}</p>
  <${Facts} rows=${[[say("wash_fired"), one.fired.join(", ")], [say("wash_when"), one.condition], [say("red_why"), one.text]]} /></section>`)}
  ${wash.unused.length > 0 && html`<p>${say("wash_unused", { rules: wash.unused.join(", ") })}</p>`}`;
const Predictions = ({ wash }) => (wash.predictions.length ? html`<${Table} title=${say("wash_predictions")} heads=${[say("wash_who"), say("wash_said"), say("wash_came")]}
  rows=${wash.predictions.map((one) => [`${say("of_turn", one)}, ${team(one)}`, `${say(one.kind === "rationale" ? "rationale" : "prediction")}: ${one.text}`, html`<ul>${one.outcome.map((line) => html`<li>${line}</li>`)}</ul>`])} />` : html`<p>${say("wash_no_predictions")}</p>`);
const Ratings = ({ wash }) => html`<ol>${wash.ratings.map((one) => html`<li>${one.objective} <strong>${say(RATED[one.notes.filter((note) => note.rating).at(-1)?.rating || ""])}</strong>
  <ul>${one.notes.map((note) => html`<li>${say("note_line", { turn: note.turn + 1, who: note.who, text: note.text })} ${note.rating}</li>`)}</ul></li>`)}</ol>`;

/** By the names under which the projector is told what to show. */
export const PARTS = {
  seats: { title: () => say("wash_seats"), Part: Side },
  turning: { title: () => say("wash_turning"), Part: Turning },
  timeline: { title: () => say("wash_timeline"), Part: Timeline },
  rules: { title: () => say("wash_rules"), Part: Rules },
  predictions: { title: () => say("wash_predictions"), Part: Predictions },
  ratings: { title: () => say("wash_ratings"), Part: Ratings },
};
/** What the projector shows of it, or nothing. */
export function Washed({ washed }) {
  const one = PARTS[washed.part];
  return one && html`<section><h2>${one.title()}</h2><${one.Part} wash=${washed.wash} /></section>`;
}
