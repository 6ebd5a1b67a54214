/** Taking back what this device did to the draft, the last first. The draft itself is the server's: only orders go there and back. */
import { nickname } from "./team.js";
import { act, state } from "./wire.js";

let turn = -1, done = [];

/** Remember `{add: order}` or `{remove: order}` of this turn. */
export function did(what) {
  if (state.view.turn !== turn) { turn = state.view.turn; done = []; }
  done.push(what);
}
export const undoable = () => state.view.turn === turn && done.length > 0 && !state.draft?.sealed;
const same = (one, other) => Object.keys(one).every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));

export function undo() {
  const what = done.pop();
  if (what.remove) { act("add", { turn, order: what.remove, ...nickname() }); return; }
  const index = state.draft.orders.findLastIndex((one) => same(what.add, one.order));
  if (index >= 0) act("remove", { turn, index, ...nickname() });
}
