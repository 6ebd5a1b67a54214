/** Who is in, late, offline, has sealed; a seat that is chosen is seen, led by a doctrine, handed back, freed. */
import { html, useState } from "./parts.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";
import { Choice, Sure } from "./console_parts.js";

function standing(one) {
  if (one.led) return ["⚙", say("led")];
  if (one.sealed) return ["✓", say("sealed")];
  if (!one.holder) return ["–", say("free")];
  if (!one.here) return ["✗", say("offline_seat")];
  return state.clock?.left === 0 ? ["▲", say("late")] : ["○", say("open")];
}

/** Look at what a seat sees, or at none with an empty name. */
export function look(seat) {
  Object.assign(state, { seeing: seat, seen: null, seenDraft: null, forms: null, formed: {} });
  ask("see", { seat });
}

function Seat({ one, chosen, choose, show }) {
  const [mark, word] = standing(one), seen = state.seeing === one.seat;
  const see = () => { look(seen ? "" : one.seat); if (!seen) show(); choose(one.seat); };
  return html`<tr class=${chosen ? "chosen" : ""}><th scope="row"><button class="link" aria-expanded=${chosen} onClick=${() => choose(chosen ? "" : one.seat)}>${one.name}</button>
    <span class="note">${one.holder}${one.here > 1 ? ` ×${one.here}` : ""}</span></th>
    <td class=${mark === "✗" || mark === "▲" ? "bad" : ""}><span aria-hidden="true">${mark} </span>${word}</td><td>${one.orders}</td>
    <td><button class="plain" aria-label=${say(seen ? "stop_seeing" : "see", { who: one.name })} aria-pressed=${seen} onClick=${see}>${say("look")}</button></td></tr>`;
}

function Chosen({ one }) {
  const [doctrine, choose] = useState(one.doctrine);
  const options = (state.doctrines?.doctrines || []).map((each) => [each.key, each.name]);
  return html`<div class="chosen-seat"><h3>${one.name}</h3>
    ${one.led ? html`<p>${say("led_by", { who: options.find(([key]) => key === one.doctrine)?.[1] || one.doctrine })}</p><button onClick=${() => act("hand_back", { seat: one.seat })}>${say("hand_back", { who: one.name })}</button>`
      : html`<div class="line"><${Choice} label=${say("doctrine")} value=${doctrine} change=${choose} options=${options} /><button onClick=${() => act("lead", { seat: one.seat, doctrine })}>${say("lead", { who: one.name })}</button></div>`}
    <p><a href=${one.link} target="_blank" rel="noopener">${say("link_of", { who: one.name })}</a></p>
    ${one.holder && html`<${Sure} label=${say("free_seat")} sure=${say("free_sure", { who: one.holder })} act=${() => act("free", { seat: one.seat })} />`}</div>`;
}

export function Seats({ show }) {
  const [chosen, choose] = useState("");
  const seats = state.roster?.seats || [], one = seats.find((each) => each.seat === chosen);
  return html`<section><h2>${say("seats")}</h2><div class="wide" tabindex="0" role="group" aria-label=${say("seats")}><table><thead><tr>
    <th scope="col">${say("seat")}</th><th scope="col">${say("state")}</th><th scope="col">${say("orders")}</th><td></td></tr></thead>
    <tbody>${seats.map((each) => html`<${Seat} key=${each.seat} one=${each} chosen=${each.seat === chosen} choose=${choose} show=${show} />`)}</tbody></table></div>
    ${one && html`<${Chosen} key=${chosen} one=${one} />`}</section>`;
}
