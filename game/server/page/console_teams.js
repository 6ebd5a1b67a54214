/** Teams are renamed, moved, joined; links are shown, added, replaced. */
import { html, useState } from "./parts.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";

function Link({ one, name, children }) {
  const shown = state.qr?.path === one.path;
  const toggle = () => { if (shown) state.qr = null; ask("qr", { path: shown ? "" : one.path }); };
  return html`<li><a href=${one.path}>${name}</a> <button aria-label=${`${say(shown ? "qr_hide" : "qr_show")}: ${name}`} onClick=${toggle}>${say(shown ? "qr_hide" : "qr_show")}</button>
    ${shown && html`<p><img alt=${state.qr.address} width="240" src=${`data:image/svg+xml,${encodeURIComponent(state.qr.svg)}`} /><br /><code>${state.qr.address}</code></p>`}${children}</li>`;
}

function Team({ one, seats }) {
  const [name, type] = useState(one.holder), [to, aim] = useState("");
  const links = (state.links?.links || []).filter((link) => link.seat === one.seat), others = seats.filter((other) => other.seat !== one.seat);
  const other = to || others[0]?.seat;
  return html`<form class="row" onSubmit=${(event) => { event.preventDefault(); act("rename", { seat: one.seat, name }); }}>
      <label>${say("team_name")}<input required maxlength="60" value=${name} onInput=${(event) => type(event.target.value)} /></label><button>${say("rename")}</button>
      ${one.holder && html`<button type="button" onClick=${() => act("free", { seat: one.seat })}>${say("free_seat")}</button>`}</form>
    ${one.holder && others.length > 0 && html`<div class="row"><label>${say("team_to")}<select value=${other} onChange=${(event) => aim(event.target.value)}>${others.map((each) => html`<option value=${each.seat}>${each.name} ${each.holder}</option>`)}</select></label>
      <button onClick=${() => act("move", { seat: one.seat, to: other })}>${say("move")}</button><button onClick=${() => act("merge", { seat: one.seat, to: other })}>${say("merge")}</button></div><p class="note">${say("team_about")}</p>`}
    <h3>${say("team_links")}</h3><ul>${links.map((link, n) => html`<${Link} key=${link.path} one=${link} name=${say("link_number", { number: n + 1 })} />`)}</ul>
    <button onClick=${() => act("another_link", { seat: one.seat })}>${say("another_link")}</button><button onClick=${() => act("replace_link", { role: "seat", seat: one.seat })}>${say("replace_link")}</button>`;
}

const named = (role) => say({ projector: "projector", evaluator: "evaluator", red: "red_tab", console: "link_console", observer: "link_observer" }[role]);
function Panel() {
  const seats = state.roster?.seats || [], [seat, choose] = useState(""), one = seats.find((each) => each.seat === seat) || seats[0];
  const others = (state.links?.links || []).filter((link) => link.role !== "seat");
  if (!one) return null;
  return html`<section><h2>${say("teams")}</h2>
    <label>${say("team_seat")}<select value=${one.seat} onChange=${(event) => choose(event.target.value)}>${seats.map((each) => html`<option value=${each.seat}>${each.name} ${each.holder}</option>`)}</select></label>
    <${Team} key=${one.seat + one.holder} one=${one} seats=${seats} />
    <h3>${say("other_links")}</h3><ul>${others.map((link) => html`<${Link} key=${link.path} one=${link} name=${named(link.role)}>
      ${link.role !== "console" && html`<button aria-label=${`${named(link.role)}: ${say("replace_link")}`} onClick=${() => act("replace_link", { role: link.role })}>${say("replace_link")}</button>`}</${Link}>`)}</ul></section>`;
}
export const teams = { title: () => say("teams"), Panel };
