import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE, PAGE_STYLE_HASH } from '../../generated/report-page.ts';
import { Markup, markup } from '../markup.ts';
import { reportPlot } from '../plot/report-plot.ts';
import { reportJson } from '../report-json.ts';
import type { BenchmarkReport } from '../report-row.ts';
import { VIEW_TITLES, VIEWS, type View } from '../views.ts';
import { reportControls } from './controls.ts';
import { headline } from './headline.ts';
import { reportTableHtml } from './table.ts';

const TITLE = 'Fashion-MNIST benchmark';
const READING =
  "Beside an accuracy, the dot is ours and the stroke the paper's, on the scale of the plots: from 0.8 to 0.9 it is as far as from 0.9 to 0.95. After ± stands twice the standard deviation of the repeats.";
/** The page draws its plots anew, as wide as there is room. */
const PLOT_SIZE = { width: 900, height: 420 } as const;

/** Nothing is loaded, and nothing runs but what this package wrote. */
const POLICY = [
  "default-src 'none'",
  `script-src '${PAGE_SCRIPT_HASH}'`,
  `style-src '${PAGE_STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * A report as one page that needs no other file: three views with a plot each, sorting and filtering. Without scripts it
 * is a table of everything, in the order of the report, with the plots.
 *
 * @see static/index.html of the original, its dashboard
 */
export function reportHtml(report: BenchmarkReport): string {
  return markup`<!doctype html>
<html lang="en" data-view="both">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${TITLE}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head>
<body>
${headline(report, TITLE)}
<main>
${reportControls(report.rows)}
<section id="plots" aria-label="Plots">${VIEWS.map((view) => figure(report, view))}</section>
${reportTableHtml(report.rows)}
${notes(report)}
</main>
<div id="tooltip" role="status" hidden></div>
<script type="application/json" id="report">${dataMarkup(report)}</script>
<script type="module">${new Markup(PAGE_SCRIPT)}</script>
</body>
</html>
`.text;
}

function figure({ rows }: BenchmarkReport, view: View): Markup {
  return markup`<figure data-view="${view}"><figcaption>${VIEW_TITLES[view]}</figcaption><div class="canvas">${reportPlot(rows, view, PLOT_SIZE)}</div></figure>`;
}

function notes({ notes: sentences }: BenchmarkReport): Markup {
  return markup`<section id="notes"><h2>How to read this</h2><ul>${[...sentences, READING].map((note) => markup`<li>${note}</li>`)}</ul></section>`;
}

/** JSON in which no text can end the script element. */
function dataMarkup(report: BenchmarkReport): Markup {
  return new Markup(JSON.stringify(reportJson(report)).replaceAll('<', '\\u003c'));
}
