/** What panels of the console share. */
import { html, useState } from "./parts.js";
import { say } from "./words.js";

/** Load a style sheet of the console's own. */
export function sheet(href) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

/** A button for what cannot be undone: it asks once more in its own place. */
export function Sure({ label, sure, act, disabled }) {
  const [asked, ask] = useState(false);
  if (!asked) return html`<button class="plain" disabled=${disabled} onClick=${() => ask(true)}>${label}</button>`;
  return html`<span class="sure" role="group" aria-label=${label}><button class="warns" ref=${(one) => one?.focus()} onClick=${() => { ask(false); act(); }}>${sure}</button>
    <button class="plain" onClick=${() => ask(false)}>${say("keep")}</button></span>`;
}

/** A labelled line or box of text. */
export const Text = ({ label, tip, value, change, long, most = 500, required, list, rows = 3 }) => html`<label class="field">${label}${tip && html`<span class="note"> ${tip}</span>`}
  ${long ? html`<textarea rows=${rows} maxlength=${most} required=${required} value=${value} onInput=${(event) => change(event.target.value)}></textarea>`
    : html`<input maxlength=${most} required=${required} list=${list} value=${value} onInput=${(event) => change(event.target.value)} />`}</label>`;

/** A labelled choice; `options` are pairs of value and label. */
export const Choice = ({ label, value, change, options }) => html`<label class="field">${label}<select value=${value} onChange=${(event) => change(event.target.value)}>
  ${options.map(([key, text]) => html`<option value=${key} selected=${key === value}>${text}</option>`)}</select></label>`;
