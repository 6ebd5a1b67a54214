/** The connection: the state that the server's messages make, and acts that are sent again under the same id until they are answered. */
import { learn, say } from "./words.js";

const listeners = new Set();
const unanswered = new Map();
export const state = { online: false, waiting: 0, messages: [], formed: {}, spoken: "", refusal: "" };
let socket = null, pause = 500, hello = null, silent = false;

export const watch = (listener) => { listeners.add(listener); return () => listeners.delete(listener); };
const changed = () => { state.waiting = unanswered.size; listeners.forEach((one) => one()); };
const post = (message) => { if (socket?.readyState === 1) socket.send(JSON.stringify(message)); };

/** Ask something that changes nothing. */
export const ask = (type, parts = {}) => post({ type, ...parts });

/** Ids need no secrecy, only no repetition; randomUUID is missing on plain http of another host. */
const identifier = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join("-");

/** Do something once, however often the connection drops. */
export function act(type, parts = {}) {
  const message = { type, id: identifier(), ...parts };
  unanswered.set(message.id, message);
  state.refusal = "";
  if (state.welcome && state.online) post(message);
  changed();
}

export function connect(greeting) {
  hello = greeting;
  silent = false;
  socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);
  socket.onopen = () => post({ type: "hello", language: navigator.language.slice(0, 2), ...hello });
  socket.onmessage = (event) => { take(JSON.parse(event.data)); changed(); };
  socket.onclose = () => {
    state.online = false;
    changed();
    if (!silent) setTimeout(() => connect(hello), pause);
    pause = Math.min(pause * 2, 8000);
  };
}

const answered = (message) => unanswered.delete(message.id);
const handlers = {
  welcome(message) {
    learn(message.words);
    Object.assign(state, { welcome: message, online: true, messages: [], goodbye: null });
    document.documentElement.lang = message.languages?.length === 1 ? message.languages[0] : hello.language || "en";
    pause = 500;
    unanswered.forEach(post);
  },
  clock(message) { state.clock = { ...message, at: performance.now() }; },
  view(message) { if (message.as) state.seen = message; else state.view = message; },
  draft(message) { if (message.as) state.seenDraft = message; else state.draft = message; },
  forms(message) { state.forms = message.forms; state.formed = {}; },
  form(message) { state.formed = { ...state.formed, [message.kind]: message }; },
  tried(message) { state.tried = message; },
  acknowledged(message) { answered(message); state.spoken = say("done"); },
  refused(message) { answered(message); state.refusal = message.text; },
  seated(message) { answered(message); location.assign(message.path); },
  message(message) { state.messages = [message, ...state.messages]; state.spoken = message.text; },
  turn(message) { state.played = message; state.spoken = (message.public || []).map((one) => one.text).join(" "); },
  error(message) { state.refusal = message.text; },
  goodbye(message) { state.goodbye = message; state.online = false; silent = message.again === false; },
};
function take(message) { (handlers[message.type] ?? ((other) => { state[other.type] = other; }))(message); }
