/** A message to all or to one seat. */
import { html, useState } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";
import { Choice, Text } from "./console_parts.js";

export function Speak() {
  const [to, aim] = useState("all"), [text, type] = useState("");
  const options = [["all", say("all")], ...(state.roster?.seats || []).map((one) => [one.seat, one.name])];
  const send = (event) => { event.preventDefault(); act("say", { to, text }); type(""); };
  return html`<section><h2>${say("text")}</h2><form onSubmit=${send}><div class="line"><${Choice} label=${say("to")} value=${to} change=${aim} options=${options} /><button>${say("say")}</button></div>
    <${Text} label=${say("text")} value=${text} change=${type} required most="2000" long rows="2" /></form></section>`;
}
