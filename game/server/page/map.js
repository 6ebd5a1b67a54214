/** The world with who makes how much and what stands where; its land comes from the host once. */
import { html, useEffect, useState } from "./parts.js";
import { say } from "./words.js";

/** Radius of a badge, in the units of the land's box; on a screen of 1280 its number is 22 pt high. */
const BADGE = 22;

/** Badges of nations that lie close together, pushed apart until each can be read. */
function apart(nations) {
  const placed = nations.map((one) => ({ ...one, at: [one.x, one.y] }));
  for (let round = 0; round < 40; round += 1) {
    for (const one of placed) for (const other of placed) {
      const dx = other.at[0] - one.at[0], dy = other.at[1] - one.at[1], far = Math.hypot(dx, dy);
      if (one === other || far >= 2 * BADGE + 2) continue;
      const push = (2 * BADGE + 2 - far) / 2, way = far > 0 ? [dx / far, dy / far] : [1, 0];
      one.at = [one.at[0] - way[0] * push, one.at[1] - way[1] * push];
      other.at = [other.at[0] + way[0] * push, other.at[1] + way[1] * push];
    }
  }
  return placed;
}

const SITES = {
  operating: ([x, y]) => html`<circle cx=${x} cy=${y} r="4" class="site" />`,
  planned: ([x, y]) => html`<circle cx=${x} cy=${y} r="4" class="site hollow" />`,
  other: ([x, y]) => html`<path d=${`M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`} class="site hollow" />`,
};
const mark = (status) => SITES[status] || SITES.other;

export function WorldMap({ map }) {
  const [land, got] = useState(null);
  useEffect(() => { fetch("/map.json").then((answer) => answer.json()).then(got, () => got(null)); }, []);
  const badges = apart(map.nations.filter((one) => one.badge)), shares = new Map(map.nations.flatMap((one) => one.iso.map((code) => [code, one])));
  return html`<section class="map"><h2>${map.title}</h2><div class="beside">
    ${land && html`<svg viewBox=${`0 0 ${land.box[0]} ${land.box[1]}`} role="img" aria-label=${map.title}>
      ${land.land.map(([code, path]) => html`<path d=${path} class=${`land ${shares.get(code)?.role || ""}`} fill-opacity=${shares.has(code) ? 0.15 + 0.85 * shares.get(code).share : 1} />`)}
      ${map.sites.map((one) => mark(one.status)([one.x, one.y]))}
      ${badges.map((one) => html`<g><line x1=${one.x} y1=${one.y} x2=${one.at[0]} y2=${one.at[1]} class="lead" /><circle cx=${one.at[0]} cy=${one.at[1]} r=${BADGE} class=${`badge ${one.role}`} /><text x=${one.at[0]} y=${one.at[1]} class="badge-text">${one.badge}</text></g>`)}</svg>`}
    <ul class="marked">${badges.map((one) => html`<li><strong>${one.badge}</strong> ${one.name}: ${one.text}</li>`)}
      <li>● ${map.statuses.operating} · ○ ${map.statuses.planned} · ✕ ${say("stands_still")}</li></ul></div></section>`;
}
