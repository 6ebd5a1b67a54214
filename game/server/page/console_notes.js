/** What was written down for the debrief: predictions and reasons of teams, observations and ratings of evaluators. */
import { html } from "./parts.js";
import { state } from "./wire.js";
import { say } from "./words.js";

export const RATED = { "": "unrated", P: "rated_p", S: "rated_s", M: "rated_m", U: "rated_u" };
const KINDS = { prediction: "prediction", rationale: "rationale" };
const name = (by) => state.roster?.seats.find((one) => by === `seat:${one.seat}`)?.name || by;

export function Note({ one }) {
  const objective = state.objectives?.objectives[one.objective];
  const who = [KINDS[one.kind] && say(KINDS[one.kind]), one.who || name(one.by), one.who && one.by.startsWith("seat:") && name(one.by)].filter(Boolean).join(", ");
  return html`<li>${say("note_line", { turn: one.turn + 1, who, text: one.text })}${one.rating ? html` <strong>${say(RATED[one.rating])}</strong>` : ""}${objective ? html` <span class="note">(${objective})</span>` : ""}${one.undone ? ` (${say("taken_back")})` : ""}</li>`;
}
export function Notes({ notes }) {
  return notes?.length ? html`<ul>${notes.slice().reverse().map((one) => html`<${Note} one=${one} />`)}</ul>` : html`<p>${say("no_notes")}</p>`;
}
const Panel = () => html`<section><h2>${say("all_notes")}</h2><${Notes} notes=${state.notes?.notes} /></section>`;
export const notes = { title: () => say("all_notes"), count: () => state.notes?.notes.length, Panel };
