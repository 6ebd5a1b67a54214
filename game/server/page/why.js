/** Why a figure is what it is: asked for when somebody wants to know. */
import { html, useEffect, useState } from "./parts.js";
import { ask, state } from "./wire.js";
import { say } from "./words.js";

/** A button that opens what the figure `key` means and what moved it; `label` is its name. */
export function Why({ figure, label }) {
  const [open, turn] = useState(false);
  const told = state.whys[figure];
  useEffect(() => { if (open && !told) ask("why", { key: figure }); }, [open, !told]);
  return html`<button class="plain small" aria-expanded=${open} aria-label=${say("why", { what: label })} onClick=${() => turn(!open)}>?</button>
    ${open && html`<div class="why" role="status">${(told || [say("wait")]).map((line) => html`<p>${line}</p>`)}</div>`}`;
}
