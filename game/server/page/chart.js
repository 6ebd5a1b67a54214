/** Curves over the months, with the same figures as a table for who cannot see them. */
import uPlot from "./vendor/uPlot.esm.js";
import { html, useEffect, useRef, useState } from "./parts.js";
import { say } from "./words.js";

export const figure = (value) => (value == null ? "–" : Number(value.toPrecision(4)).toLocaleString(language()));
/** The language of the page, where the browser knows it. */
const language = () => { try { return Intl.NumberFormat.supportedLocalesOf(document.documentElement.lang)[0]; } catch { return undefined; } };
const DASHES = [[], [8, 4], [2, 4], [12, 4, 2, 4]];
const INKS = ["--curve1", "--curve2", "--curve3", "--curve4"];

function plot(place, series, months, height) {
  const style = getComputedStyle(place), size = parseFloat(style.fontSize), ink = style.color;
  const colour = (index) => style.getPropertyValue(INKS[index % INKS.length]).trim();
  const axis = { stroke: ink, grid: { stroke: "#8794a355" }, font: `${size}px system-ui, sans-serif`, gap: size / 3 };
  const across = { ...axis, size: size * 1.8, space: size * 5, values: (_plot, ticks) => ticks.map((month) => (Number.isInteger(month) ? months[month] || "" : "")) };
  const share = ["share", "0-1"].includes(series[0].unit), tick = (value) => (share ? `${figure(value * 100)} %` : figure(value));
  const up = { ...axis, space: size * 2, values: (_plot, ticks) => ticks.map(tick), size: (_plot, texts) => (texts ? Math.max(...texts.map((one) => one.length)) * size * 0.62 + size : size * 4) };
  const lines = series.map((one, index) => ({ label: one.label, stroke: colour(index), width: Math.max(2, size / 8), dash: DASHES[index % DASHES.length], points: { show: false } }));
  return new uPlot({ width: place.clientWidth, height, padding: [null, size * 2, null, null], scales: { x: { time: false } }, axes: [across, up], legend: { show: false }, cursor: { show: false }, series: [{}, ...lines] },
    [series[0].months, ...series.map((one) => one.values)], place);
}

/** `series` of one page and unit in one picture; `labels` are the months in words. */
export function Curves({ series, labels, height = 240 }) {
  const place = useRef(null);
  const drawn = series.filter((one) => one.months.length > 1);
  useEffect(() => {
    if (!drawn.length) return undefined;
    let drawing = plot(place.current, drawn, labels, height);
    const again = () => { drawing.destroy(); drawing = plot(place.current, drawn, labels, height); };
    const dark = matchMedia("(prefers-color-scheme: dark)");
    addEventListener("resize", again);
    dark.addEventListener("change", again);
    return () => { drawing.destroy(); removeEventListener("resize", again); dark.removeEventListener("change", again); };
  }, [series, height]);
  return html`<div ref=${place} class="plot" aria-hidden="true"></div>
    <ul class="legend">${series.map((one, index) => html`<li><svg viewBox="0 0 40 8" width="40" height="8" aria-hidden="true"><line x1="0" y1="4" x2="40" y2="4" class="curve${index % INKS.length + 1}" stroke-width="3" stroke-dasharray=${DASHES[index % DASHES.length].join(" ")} /></svg> ${one.label}: ${one.last}</li>`)}</ul>`;
}

/** Pages of charts: series of one title and unit together. */
export function pages(series) {
  const found = new Map();
  for (const one of series || []) {
    if (!one.page) continue;
    const key = `${one.page} ${one.unit}`;
    if (!found.has(key)) found.set(key, { key, title: one.page, series: [] });
    found.get(key).series.push(one);
  }
  return [...found.values()].map((page) => ({ ...page, series: page.series.filter((one) => one.values.some(Boolean)).slice(0, 4) })).filter((page) => page.series.length);
}

export function Charts({ series, labels }) {
  const [key, choose] = useState("");
  const all = pages(series), page = all.find((one) => one.key === key) || all[0];
  if (!page) return null;
  return html`<section><h2>${say("charts")}</h2><label>${say("chart")}
    <select value=${page.key} onChange=${(event) => choose(event.target.value)}>${all.map((one) => html`<option value=${one.key}>${one.title}</option>`)}</select></label>
    <${Curves} key=${page.key} series=${page.series} labels=${labels} /></section>`;
}
