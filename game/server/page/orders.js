/** Orders drawn from the forms that the server sends: the same fields as in the window and the terminal. */
import { html, useEffect, useState } from "./parts.js";
import { act, ask, state } from "./wire.js";
import { say } from "./words.js";
import { did } from "./undo.js";
import { nickname } from "./team.js";

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
  return choice.allowed ? html`<p role="status">${say("price")}: ${[choice.price_text, choice.band_text, choice.capital_text, ...(choice.more || [])].filter(Boolean).join(" · ")}</p>`
    : html`<p class="bad" role="status">✗ ${choice.refusal}</p>`;
}

/** One way of giving an order: what it does, its price when it is not the usual way, and the button. */
function Way({ form, way, usual }) {
  const made = order(form, way), tried = state.tried && same(made, state.tried.order) ? state.tried.choice : null;
  const refused = usual ? state.formed[form.ref]?.choice?.allowed === false : tried?.allowed === false;
  const give = () => { act("add", { turn: state.view.turn, order: made, ...nickname() }); did({ add: made }); };
  return html`<p class="note">${way.text}</p>${!usual && html`<${Price} choice=${tried} />`}
    <button class=${way.undoes ? "warns" : ""} onClick=${give} onFocus=${() => !usual && ask("try", { order: made })} onPointerEnter=${() => !usual && ask("try", { order: made })}
      disabled=${state.draft?.sealed || state.view?.finished || refused}>${way.button}</button>`;
}

/** The form of a kind of order; what is `fixed` was decided by where it stands, such as a project. */
export function Form({ kind, first, fixed = {} }) {
  const ref = [kind, ...Object.values(fixed)].join(" ");
  const answer = state.formed[ref], form = answer?.form;
  const now = answer ? Object.fromEntries(answer.form.fields.map((field) => [field.name, field.value])) : fixed;
  useEffect(() => { ask("form", { kind, ref, given: now }); }, [first, state.told, state.draft, state.online]);
  if (!form) return html`<p>${say("wait")}</p>`;
  const change = (name, value) => ask("form", { kind, ref, given: given(form, name, value) });
  if (form.fields.some((field) => field.type === "pick" && !field.options?.length)) return html`<p>${say("none")}</p>`;
  const shown = form.fields.filter((field) => field.shown && !(field.name in fixed));
  return html`${shown.map((field) => html`<div key=${field.name}><${Input} field=${field} value=${field.value} change=${(value) => change(field.name, value)} />
      <p class="note">${[field.tip, field.note].filter(Boolean).join(" ")}</p></div>`)}
    <${Price} choice=${answer?.choice} />
    ${form.ways.map((way, place) => html`<${Way} key=${way.word} form=${{ ...form, ref }} way=${way} usual=${place === 0} />`)}
    ${state.draft?.sealed && html`<p class="note">${say("sealed_first")}</p>`}`;
}

/** Something that opens where it stands. */
export function Opens({ title, children, begin = false }) {
  const [open, turn] = useState(begin);
  return html`<details open=${open}><summary onClick=${(event) => { event.preventDefault(); turn(!open); }}>${title}</summary>${open && children}</details>`;
}

/** Orders about one thing, each opened where it stands. */
export function About({ kinds, fixed }) {
  const forms = Object.fromEntries((state.forms || []).map((one) => [one.kind, one.form]));
  return kinds.filter((kind) => forms[kind]).map((kind) => html`<${Opens} key=${kind} title=${forms[kind].ways.map((way) => way.button).join(" / ")}>
    <${Form} kind=${kind} first=${forms[kind]} fixed=${fixed} /></${Opens}>`);
}

export function Orders({ forms }) {
  const [open, choose] = useState("");
  const panels = [...new Set(forms.map((one) => one.panel_title))];
  return panels.map((panel) => html`<section key=${panel}><h2>${panel}</h2>${forms.filter((one) => one.panel_title === panel).map((one) => html`<details key=${one.kind} open=${open === one.kind}>
    <summary onClick=${(event) => { event.preventDefault(); choose(open === one.kind ? "" : one.kind); }}>${one.form.title}</summary>
    ${open === one.kind && html`<${Form} kind=${one.kind} first=${one.form} />`}</details>`)}</section>`);
}
