/** How the match ended for the seat. */
import { html, useEffect, Headlines } from "./parts.js";
import { Opens } from "./orders.js";
import { ask, state } from "./wire.js";
import { say } from "./words.js";

/** Seconds after which turning points that are being measured are asked for again. */
const AGAIN = 5;

function Turning() {
  const told = state.parts.turning;
  useEffect(() => {
    if (told && !told.again) return undefined;
    if (!told) ask("part", { part: "turning" });
    const timer = setTimeout(() => ask("part", { part: "turning" }), AGAIN * 1000);
    return () => clearTimeout(timer);
  }, [told, state.told, state.online]);
  return told?.points?.length ? html`<${Headlines} lines=${told.points} />` : html`<p role="status">${told?.text || say("wait")}</p>`;
}

export function Result() {
  useEffect(() => { ask("part", { part: "result" }); }, [state.told, state.online]);
  const told = state.parts.result;
  if (!told) return html`<section><h2>${say("over")}</h2><p>${say("wait")}</p></section>`;
  return html`<section class="result"><h2>${told.won ? "✓" : "✗"} ${told.title}: ${told.total}</h2><p>${told.verdict}</p>
    <h3>${say("score")}</h3><ul class="marked">${told.score.map((one) => html`<li>${one.label}: ${one.counts}<br /><progress max="100" value=${one.points} aria-label=${one.label}></progress><br /><span class="note">${one.text}</span></li>`)}</ul>
    <h3>${say("goals")}</h3><ul class="marked">${told.goals.map((one) => html`<li>${one.met ? "✓" : "✗"} ${one.text}: ${say(one.met ? "met" : "not_met")}</li>`)}</ul>
    <${Opens} title=${say("turning_points")}><${Turning} /></${Opens}>
    <${Opens} title=${say("turn_by_turn")}>${told.turns.map((one) => html`<h3>${one.title}</h3><ul>${one.orders.map((line) => html`<li>${line}</li>`)}${one.refused.map((line) => html`<li class="bad">✗ ${line}</li>`)}</ul>
      ${one.headlines.length > 0 && html`<${Headlines} lines=${one.headlines} />`}`)}</${Opens}></section>`;
}
