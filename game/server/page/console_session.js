/** The session itself: teams and their links, the red cell, going back, the log of all acts. */
import { html } from "./parts.js";
import { say } from "./words.js";
import { Audit } from "./console_audit.js";
import { RedCell } from "./console_red.js";
import { Rewind } from "./console_rewind.js";
import { Teams } from "./console_teams.js";

const Panel = () => html`<${Teams} /><${RedCell} /><${Rewind} /><${Audit} />`;
export const session = { title: () => say("session"), Panel };
