/** Orders drawn from the forms that the server sends: the same fields as in the window and the terminal. */
import { html, useEffect, useState } from "./parts.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";

function Input({ field, value, change }) {
  const name = field.label || field.name;
  if (field.type === "flag") return html`<label class="row"><input type="checkbox" checked=${value} onChange=${(event) => change(event.target.checked)} /> ${name}</label>`;
  if (field.type === "scale") return html`<label>${name}: <strong>${field.text}</strong> ${field.worth}
    <input type="range" min=${field.low} max=${field.high} step=${field.step || "any"} value=${value} aria-valuetext=${field.text} onChange=${(event) => change(Number(event.target.value))} /></label>`;
  if (field.type === "line") return html`<label>${name}<input maxlength=${field.longest} value=${value ?? ""} onChange=${(event) => change(event.target.value)} /></label>`;
  return html`<label>${name}<select value=${String(value)} onChange=${(event) => change(field.options[event.target.selectedIndex].value)}>
    ${field.options.map((one) => html`<option value=${String(one.value)} selected=${one.value === value}>${one.label}${one.beside ? ` (${one.beside})` : ""}</option>`)}</select></label>`;
}

/** Fields up to and including the one that was changed are given; the server fills in what follows, and the price. */
function given(form, name, value) {
  const parts = {}, at = form.fields.findIndex((field) => field.name === name), pick = form.fields[at].type === "pick";
  form.fields.forEach((field, place) => { if (!pick || place <= at) parts[field.name] = field.value; });
  return { ...parts, [name]: value };
}
const order = (form, way) => ({ kind: form.kind, ...Object.fromEntries(form.fields.map((field) => [field.name, field.value])), ...way.sets });
const same = (one, other) => Object.keys(one).every((key) => JSON.stringify(one[key]) === JSON.stringify(other?.[key]));

export function Price({ choice }) {
  if (!choice) return null;
  return choice.allowed ? html`<p role="status">${say("price")}: ${[choice.price_text, choice.band_text, choice.capital_text].filter(Boolean).join(" · ")}</p>`
    : html`<p class="bad" role="status">✗ ${choice.refusal}</p>`;
}

function Form({ kind, first }) {
  const answer = state.formed[kind], form = answer?.form;
  useEffect(() => { ask("form", { kind, given: {} }); }, [first]);
  if (!form) return null;
  const change = (name, value) => ask("form", { kind, given: given(form, name, value) });
  if (form.fields.some((field) => field.type === "pick" && !field.options?.length)) return html`<p>${say("none")}</p>`;
  return html`${form.fields.filter((field) => field.shown).map((field) => html`<div key=${field.name}><${Input} field=${field} value=${field.value} change=${(value) => change(field.name, value)} />
      <p class="note">${[field.tip, field.note].filter(Boolean).join(" ")}</p></div>`)}
    <${Price} choice=${answer?.choice} />
    ${form.ways.map((way) => html`<p class="note">${way.text}</p><button onClick=${() => act("add", { turn: state.view.turn, order: order(form, way) })} onFocus=${() => ask("try", { order: order(form, way) })}
      disabled=${state.draft?.sealed || state.view?.finished}>${way.button}</button>
      ${state.tried && same(order(form, way), state.tried.order) && way !== form.ways[0] && html`<${Price} choice=${state.tried.choice} />`}`)}`;
}

export function Orders({ forms }) {
  const [open, choose] = useState("");
  return html`<section><h2>${say("orders")}</h2>${forms.map((one) => html`<details key=${one.kind} open=${open === one.kind}>
    <summary onClick=${(event) => { event.preventDefault(); choose(open === one.kind ? "" : one.kind); }}>${one.form.title}</summary>
    ${open === one.kind && html`<${Form} kind=${one.kind} first=${one.form} />`}</details>`)}</section>`;
}

export function Draft({ draft }) {
  const turn = state.view.turn;
  return html`<section><h2>${say("draft")}: ${say(draft.sealed ? "sealed" : "open")}</h2>
    ${draft.orders.length === 0 && html`<p>${say("empty")}</p>`}
    <ol>${draft.orders.map((one, index) => html`<li>${[one.text, one.price_text, one.capital_text].filter(Boolean).join(" · ")} ${!draft.sealed && html`<button aria-label=${`${say("remove")}: ${one.text}`} onClick=${() => act("remove", { turn, index })}>${say("remove")}</button>`}</li>`)}</ol>
    <p>${say("budget")}: ${draft.budget_after_text} · ${say("capital")}: ${draft.capital_after_text}</p>
    <button disabled=${state.view.finished} onClick=${() => act(draft.sealed ? "unseal" : "seal", { turn })}>${say(draft.sealed ? "unseal" : "seal")}</button></section>`;
}
