/** Who leads the rival, and what they have chosen. */
import { html, useState } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";

function chosen(rival) {
  if (rival.chosen === null) return say("red_as_script");
  return rival.chosen.map((rule) => rival.moves.find((one) => one.rule === rule)?.name).join(", ") || say("red_nothing");
}
function Panel() {
  const rival = state.rival, [name, type] = useState("");
  if (!rival) return null;
  if (state.public?.finished) return html`<p>${say("over")}</p>`;
  const give = (event) => { event.preventDefault(); act("give_rival", { name }); };
  return html`<section><h2>${say("red", rival)}: ${rival.led_by || say("red_as_script")}</h2>
    ${rival.led_by ? html`<p>${say("red_chosen", { moves: chosen(rival) })} ${rival.sealed ? `✓ ${say("sealed")}` : ""}</p><button onClick=${() => act("give_rival", { name: "" })}>${say("red_take")}</button>`
      : html`<form class="row" onSubmit=${give}><label>${say("red_name")}<input required maxlength="60" value=${name} onInput=${(event) => type(event.target.value)} /></label><button>${say("red_give")}</button></form>`}</section>`;
}
export const red = { title: () => say("red_tab"), Panel };
