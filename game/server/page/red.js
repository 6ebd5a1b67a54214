/** The red cell's page: what the rival may do in this turn, and the public picture. */
import { html, open, token, Bar, Headlines, Messages } from "./parts.js";
import { Charts } from "./chart.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";

const choose = (turn, rules) => act("choose_rules", { turn, rules });
function Move({ one, rival, fixed }) {
  const chosen = rival.chosen || [], on = chosen.includes(one.rule);
  const change = () => choose(rival.turn, on ? chosen.filter((rule) => rule !== one.rule) : [...chosen, one.rule]);
  return html`<li><label class="row"><input type="checkbox" checked=${on} disabled=${fixed || one.away} onChange=${change} /> <strong>${one.name}</strong></label>
    <p>${one.does}</p><p class="note">${one.standing}</p><details><summary>${say("red_why")}</summary><p>${one.reason}</p><p>${say("red_when", one)}</p></details></li>`;
}
function Choices({ rival }) {
  const fixed = rival.sealed, script = rival.chosen === null, { turn } = rival;
  return html`<section><h2>${say("red_choices")}</h2><p class="note">${say("red_about")}</p>
    <div class="row"><label class="row"><input type="radio" name="who" checked=${script} disabled=${fixed} onChange=${() => choose(turn, null)} /> ${say("red_by_script")}</label>
      <label class="row"><input type="radio" name="who" checked=${!script} disabled=${fixed} onChange=${() => choose(turn, [])} /> ${say("red_by_us")}</label></div>
    <ul class="marked">${rival.moves.map((one) => html`<${Move} key=${one.rule} one=${one} rival=${rival} fixed=${fixed || script} />`)}</ul>
    ${fixed && html`<p role="status">✓ ${say("red_sealed")}</p>`}<button onClick=${() => act(fixed ? "unseal_rival" : "seal_rival", { turn })}>${say(fixed ? "red_unseal" : "red_seal")}</button></section>`;
}
function Red({ state }) {
  const shown = state.public, rival = state.rival;
  return html`<${Bar} title=${rival ? say("red", rival) : state.welcome?.title} turn=${shown} />
    ${rival && !shown?.finished && (rival.led_by ? html`<p>${say("red_led", { who: rival.led_by })}</p><${Choices} rival=${rival} />` : html`<p role="status">${say("red_script")}</p>`)}
    ${shown && html`<div class="columns"><section><h2>${say("news")}</h2><${Headlines} lines=${shown.headlines} /></section><div><${Charts} series=${shown.prices} labels=${shown.months} /><${Messages} /></div></div>`}`;
}
open(Red, token());
