/** The facilitator's console: what is always seen on the left, one panel of many on the right. A panel is one import and one line. */
import { html, open, token, useState, Bar } from "./parts.js";
import { act, state } from "./wire.js";
import { say } from "./words.js";
import { Sure, sheet } from "./console_parts.js";
import { Seats } from "./console_seats.js";
import { Speak } from "./console_speak.js";
import { events } from "./console_events.js";
import { seen } from "./console_seen.js";
import { interventions } from "./console_interventions.js";
import { paper } from "./console_paper.js";
import { projector } from "./console_projector.js";
import { news } from "./console_news.js";
import { notes } from "./console_notes.js";
import { Pace } from "./console_pace.js";
import { session } from "./console_session.js";
import { wash } from "./console_wash.js";

/** In the order of the tabs: `title` says its word, `count` what waits in it, `Panel` draws it. */
const PANELS = [events, seen, paper, interventions, projector, news, notes, session, wash];

function Turn() {
  const running = state.clock?.running, over = state.clock?.phase === "over";
  return html`<section class="turn"><button onClick=${() => act("clock", { do: running ? "pause" : "start" })}>${say(running ? "pause" : "start")}</button>
    <button onClick=${() => act("clock", { do: "extend", seconds: 60 })}>${say("extend")}</button>
    <${Sure} label=${say("next")} sure=${say("next_sure")} disabled=${over} act=${() => act("next", { turn: state.roster.turn })} />
    <${Sure} label=${say("end")} sure=${say("end_sure")} act=${() => act("end")} /></section>`;
}

function Console({ state }) {
  const [at, turn] = useState(0);
  const shown = PANELS[at], on = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (at + step + PANELS.length) % PANELS.length;
    turn(next);
    event.currentTarget.children[next].focus();
  };
  return html`<${Bar} title=${state.welcome?.title} turn=${state.public} />
    <div class="desk"><div class="side"><p class="room">${say("room")}: <strong>${state.welcome?.room}</strong></p><${Turn} /><${Pace} /><${Seats} show=${() => turn(PANELS.indexOf(seen))} /><${Speak} /></div>
    <div class="main"><div role="tablist" class="tabs" aria-label=${say("panels")} onKeyDown=${on}>${PANELS.map((one, place) => {
      const count = one.count?.();
      return html`<button role="tab" id=${`tab${place}`} aria-selected=${place === at} aria-controls="panel" tabindex=${place === at ? 0 : -1} onClick=${() => turn(place)}>${one.title()}${count ? ` (${count})` : ""}</button>`;
    })}</div><div role="tabpanel" id="panel" aria-labelledby=${`tab${at}`} tabindex="0" class="panel"><${shown.Panel} key=${at} /></div></div></div>`;
}
sheet("/page/console.css");
open(Console, token());
