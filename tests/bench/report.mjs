// The table that people read and the goals it is held against.
import { percentile } from "./measure.mjs";

const mega = 1e6;

/** What is shown: key of the figure, words, unit, and the goal as a limit or as a share of a peer. */
export function figures(tenants) {
  return [
    { key: "indexed", what: "last byte → indexed, first rows painted", unit: "ms", plain: 0.5, wunderbaum: 0.2 },
    { key: "indexedBeforePaint", what: "  of that, until the rows are in the page", unit: "ms" },
    { key: "firstRows", what: "first page arrived → first rows painted", unit: "ms", limit: 100 },
    { key: "expand", what: "expand all → painted", unit: "ms", plain: 0.6, wunderbaum: 0.15 },
    { key: "filter", what: "filter keystroke → painted, median", unit: "ms", limit: 16, plain: 0.7 },
    { key: "filter95", what: "filter keystroke → painted, 95th percentile", unit: "ms", limit: 50, plain: 0.7 },
    { key: "filterScript", what: "  scripting per keystroke, mean", unit: "ms" },
    { key: "filterLayout", what: "  style and layout per keystroke, mean", unit: "ms" },
    { key: "scroll95", what: "scripting per frame while scrolling, 95th", unit: "ms", limit: 8 },
    { key: "layout95", what: "  style and layout per frame, 95th", unit: "ms" },
    { key: "facet", what: "list of all: facet pressed → painted, median", unit: "ms", limit: 50 },
    { key: "sort", what: "list of all: sorted → painted, median", unit: "ms", limit: 50 },
    { key: "sortFirst", what: "  by name, the first time", unit: "ms" },
    { key: "pageDown", what: "  scripting per page down, median", unit: "ms", limit: 16 },
    { key: "wasmBytes", what: "wasm memory", unit: "MB", limit: tenants > 100_000 ? 400 : 40, scale: mega },
    { key: "heapBytes", what: "JavaScript heap", unit: "MB", scale: mega },
    { key: "handleAll", what: "  adding the pages to the tree, summed", unit: "ms" },
    { key: "parseAll", what: "  JSON.parse of all pages, summed", unit: "ms" },
    { key: "indexAll", what: "  the last linking, sorting, flattening", unit: "ms" },
  ];
}

/** The median of each figure over the runs. */
export function medians(runs, tenants) {
  const entry = ({ key, scale = 1 }) => {
    const values = runs.map((run) => run[key]).filter(Number.isFinite);
    return [key, values.length === 0 ? undefined : percentile(values, 50) / scale];
  };
  return Object.fromEntries(figures(tenants).map(entry));
}

/** Goals with what was reached, for the table and for the JSON. */
export function judge(results, tenants, transfer) {
  const rows = figures(tenants).map((figure) => judged(figure, results));
  const limit = 250;
  const size = { key: "transfer", what: "first view, brotli", unit: "KB", console: transfer / 1000, limit };
  return [...rows, { ...size, isReached: transfer / 1000 <= limit }];
}

function judged(figure, results) {
  const { key, limit, plain, wunderbaum } = figure;
  const value = (name) => results[name]?.[key];
  const row = { ...figure, console: value("console"), ofPlain: undefined, ofWunderbaum: undefined };
  row.peers = { plain: value("plain"), arriving: value("arriving"), wunderbaum: value("wunderbaum") };
  if (row.console === undefined) return row;
  if (row.peers.plain) row.ofPlain = row.console / row.peers.plain;
  if (row.peers.wunderbaum) row.ofWunderbaum = row.console / row.peers.wunderbaum;
  const goals = [
    limit && row.console <= limit,
    plain && row.ofPlain && row.ofPlain <= plain,
    wunderbaum && row.ofWunderbaum && row.ofWunderbaum <= wunderbaum,
  ].filter((one) => one !== undefined);
  if (goals.length > 0) row.isReached = goals.every(Boolean);
  return row;
}

export function print(rows) {
  const head = ["", "console", "plain JS", "arriving", "Wunderbaum", "÷ plain", "÷ Wb.", "goal", ""];
  const table = rows.map((row) => [
    row.what,
    withUnit(row.console, row.unit),
    withUnit(row.peers?.plain, row.unit),
    withUnit(row.peers?.arriving, row.unit),
    withUnit(row.peers?.wunderbaum, row.unit),
    row.ofPlain?.toFixed(2) ?? "",
    row.ofWunderbaum?.toFixed(2) ?? "",
    goal(row),
    row.isReached === undefined ? "" : row.isReached ? "reached" : "MISSED",
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...table].map((line) => line[column].length)));
  for (const line of [head, ...table]) {
    const cells = line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])));
    console.log(cells.join("  ").trimEnd());
  }
}

function withUnit(value, unit) {
  return value === undefined ? "" : `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

function goal({ limit, plain, wunderbaum, unit }) {
  const parts = [limit && `${limit} ${unit}`, plain && `${plain}× plain`, wunderbaum && `${wunderbaum}× Wb.`];
  return parts.filter(Boolean).join(", ");
}
