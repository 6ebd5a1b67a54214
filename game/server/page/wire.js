/** The connection: the state that the server's messages make, and acts that are sent again under the same id until they are answered. */
import { Waiting, kept } from "./kept.js";
import { learn, say } from "./words.js";

const listeners = new Set();
export const state = { online: false, waiting: 0, messages: [], formed: {}, whys: {}, parts: {}, told: 0, spoken: "", refusal: "" };
/** Seconds after which an open connection is asked whether it still lives, and which it has for an answer. */
const QUIET = 20, PATIENCE = 4;
const DRAFTING = ["add", "remove", "seal", "unseal"];
let socket = null, pause = 500, hello = null, silent = false, unanswered = null, heard = 0, asked = 0, retry = 0;

export const watch = (listener) => { listeners.add(listener); return () => listeners.delete(listener); };
const changed = () => { state.waiting = unanswered?.size || 0; listeners.forEach((one) => one()); };
const post = (message) => { if (socket?.readyState === 1) socket.send(JSON.stringify(message)); };

/** Ask something that changes nothing. */
export const ask = (type, parts = {}) => post({ type, ...parts });

/** Ids need no secrecy, only no repetition; randomUUID is missing on plain http of another host. */
const identifier = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16).padStart(8, "0")).join("-");

/** Do something once, however often the connection drops or the page is loaded anew. */
export function act(type, parts = {}) {
  const seat = state.seeing && DRAFTING.includes(type) ? { seat: state.seeing } : {}; // the facilitator orders for whom the console sees
  const message = { type, id: identifier(), ...seat, ...parts };
  unanswered.add(message);
  state.refusal = "";
  if (state.welcome && state.online) post(message);
  changed();
}

export const language = () => kept("language") || navigator.language.slice(0, 2);

export function connect(greeting = hello) {
  hello = greeting;
  silent = false;
  clearTimeout(retry);
  const door = hello.token || `room.${(hello.room || "").toUpperCase()}`;
  if (unanswered?.door !== door) unanswered = new Waiting(door);
  drop();
  const line = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);
  socket = line;
  heard = performance.now();
  line.onopen = () => post({ type: "hello", language: language(), ...hello });
  line.onmessage = (event) => { heard = performance.now(); asked = 0; take(JSON.parse(event.data)); changed(); };
  line.onclose = lost;
}

/** Let go of a connection without waiting for it: what sleeps closes late or never. */
function drop() {
  if (!socket) return;
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
  socket = null;
}
function lost() {
  drop();
  asked = 0;
  state.online = false;
  changed();
  if (!silent) retry = setTimeout(connect, pause);
  pause = Math.min(pause * 2, 8000);
}

/** Whether the other end still lives: a phone that slept, or a network that changed, tells nobody. */
function check(quiet) {
  const now = performance.now();
  if (!hello || silent) return;
  if (!socket) { connect(); return; }
  if (asked && now - asked > PATIENCE * 1000) { pause = 500; lost(); return; }
  if (!asked && now - heard > quiet * 1000) { asked = now; ask("time"); setTimeout(() => check(quiet), PATIENCE * 1000 + 50); }
}
setInterval(() => check(QUIET), 5000);
const woken = () => { if (!document.hidden) { pause = 500; check(0); } };
["online", "offline", "pageshow", "focus"].forEach((event) => addEventListener(event, woken));
document.addEventListener("visibilitychange", woken);

const handlers = {
  welcome(message) {
    learn(message.words);
    Object.assign(state, { welcome: message, online: true, messages: [], goodbye: null });
    document.documentElement.lang = message.language;
    pause = 500;
    unanswered.each(post);
  },
  clock(message) { state.clock = { ...message, at: performance.now() }; },
  view(message) {
    if (message.as) { state.seen = message; return; }
    state.view = message;
    state.told += 1;
    Object.assign(state, { whys: {}, parts: {} });
  },
  draft(message) { if (message.as) state.seenDraft = message; else state.draft = message; },
  forms(message) { state.forms = message.forms; state.formed = {}; state.tried = null; },
  form(message) { state.formed = { ...state.formed, [message.ref || message.kind]: message }; },
  tried(message) { state.tried = message; },
  why(message) { state.whys = { ...state.whys, [message.key]: message.text }; },
  part(message) { state.parts = { ...state.parts, [message.part]: message }; },
  acknowledged(message) { unanswered.take(message.id); state.spoken = say("done"); },
  refused(message) {
    const act = unanswered.take(message.id);
    state.refusal = message.code === "stale_turn" && act ? `${say("too_late")} ${message.text}` : message.text;
  },
  seated(message) { unanswered.take(message.id); location.assign(message.path); },
  message(message) { state.messages = [message, ...state.messages]; state.spoken = message.text || message.subject; },
  turn(message) { state.played = message; state.spoken = say("new_turn"); },
  error(message) { state.refusal = message.text; },
  goodbye(message) {
    learn(message.words);
    Object.assign(state, { goodbye: message, online: false });
    silent = message.again === false;
    if (message.code === "unknown_link" || message.code === "ended") unanswered.clear();
  },
};
function take(message) { (handlers[message.type] ?? ((other) => { state[other.type] = other; }))(message); }
