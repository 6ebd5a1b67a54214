/** What this browser keeps of its own: settings, and acts that nobody has answered yet. A browser may refuse to keep anything. */
const PREFIX = "chokepoint.";

export function kept(key, otherwise = null) {
  try { return JSON.parse(localStorage.getItem(PREFIX + key)) ?? otherwise; } catch { return otherwise; }
}
export function keep(key, value) {
  try { if (value == null) localStorage.removeItem(PREFIX + key); else localStorage.setItem(PREFIX + key, JSON.stringify(value)); } catch { /* it is only remembered until the page is closed */ }
}

/** Acts of one link that wait for an answer, by their ids. All tabs of the link share them: sent twice, an act is done once. */
export class Waiting {
  constructor(door) { this.door = door; this.key = `acts.${door}`; this.acts = new Map(Object.entries(kept(this.key, {}))); }
  get size() { return this.acts.size; }
  each(does) { this.acts.forEach(does); }
  add(act) { this.acts.set(act.id, act); this.#change((all) => { all[act.id] = act; }); }
  take(id) { const act = this.acts.get(id); this.acts.delete(id); this.#change((all) => { delete all[id]; }); return act; }
  clear() { this.acts.clear(); keep(this.key, null); }
  #change(how) { const all = kept(this.key, {}); how(all); keep(this.key, Object.keys(all).length ? all : null); }
}
