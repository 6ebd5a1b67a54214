/** The words of the pages. All of them come from the server's catalogue with its first message; before that nothing is said but this. */
const sent = { connecting: "Connecting…" };

export const learn = (words) => { Object.assign(sent, words || {}); };
export const say = (key, parts = {}) => (sent[key] ?? "").replace(/\{(\w+)\}/g, (_all, name) => parts[name] ?? "");
