/** Whether play keeps to the plan of its minutes, and what to cut where it does not. */
import { html, useState } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";

const number = (value) => Number(value.toFixed(1)).toLocaleString(document.documentElement.lang);
const told = (pace) => Object.fromEntries(Object.entries(pace).map(([key, value]) => [key, typeof value === "number" ? number(value) : value]));
function Warning({ pace }) {
  if (pace.over <= 0.05) return html`<p role="status">${say("pace_well", told(pace))}</p>`;
  return html`<p class="bad" role="status">▲ ${pace.room <= 0 ? say("pace_late") : say("pace_over", told(pace))}</p>`;
}
export function Pace() {
  const pace = state.pace, [each, type] = useState("");
  if (!pace?.plan || state.clock?.phase === "over") return null;
  const send = (event) => { event.preventDefault(); act("clock", { do: "limit", seconds: Number(each) * 60 }); type(""); };
  return html`<section class="pace"><h2>${say("pace")}</h2><p class="note">${say("pace_plan", told(pace.plan))}</p><${Warning} pace=${pace} />
    ${pace.over > 0.05 && html`<form class="row" onSubmit=${send}><label>${say("pace_each")}<input type="number" min="0.5" max="600" step="0.1" required value=${each} onInput=${(event) => type(event.target.value)} /></label><button>${say("pace_set")}</button></form>`}</section>`;
}
