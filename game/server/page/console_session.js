/** The session itself: teams and their links, the red cell, going back, the log of all acts. */
import { html } from "./parts.js";
import { say } from "./words.js";
import { audit } from "./console_audit.js";
import { red } from "./console_red.js";
import { rewind } from "./console_rewind.js";
import { teams } from "./console_teams.js";

const Panel = () => [teams, red, rewind, audit].map((one) => html`<${one.Panel} />`);
export const session = { title: () => say("session"), Panel };
