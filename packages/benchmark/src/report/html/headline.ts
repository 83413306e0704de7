import { familiesOf } from '../families.ts';
import { formatAccuracy, formatSeconds, NO_FIGURE } from '../format-figures.ts';
import { type Markup, markup } from '../markup.ts';
import { columnOf } from '../report-columns.ts';
import { DATASET_TITLES, type ReportDataset } from '../report-datasets.ts';
import type { BenchmarkReport, ReportRow } from '../report-row.ts';
import { sortRows } from '../sort-rows.ts';

/** The title, and the four figures that matter most. */
export function headline({ rows, agreement }: BenchmarkReport, title: string): Markup {
  const families = familiesOf(rows.map(({ name }) => name)).length;
  return markup`<header id="top">
<h1>${title}</h1>
<p>${rows.length} configurations of ${families} classifiers of scikit-learn, learned in TypeScript and judged on the test split, beside table 3 of the <a href="https://arxiv.org/abs/1708.07747" rel="noreferrer">paper</a>.</p>
<dl>
${best(rows, 'fashion')}
${best(rows, 'mnist')}
${fact('Agree with the paper on MNIST', agreement.compared === 0 ? NO_FIGURE : markup`${agreement.agreeing} <small>of ${agreement.compared}</small>`, 'within 0.01 of its accuracy')}
${fact('One repeat of all that is done', formatSeconds(totalSeconds(rows)), `${count(rows, 'fashion')} on Fashion-MNIST, ${count(rows, 'mnist')} on MNIST`)}
</dl>
</header>`;
}

function best(rows: readonly ReportRow[], dataset: ReportDataset): Markup {
  const [first] = sortRows(rows, { column: `${dataset}-accuracy`, isDescending: true });
  const title = `Best on ${DATASET_TITLES[dataset]}`;
  if (first === undefined || first[dataset].accuracy === null) return fact(title, NO_FIGURE, 'no result yet');
  return fact(title, formatAccuracy(first[dataset]), `${first.name} ${first.parameterText}`);
}

function fact(title: string, figure: string | Markup, detail: string): Markup {
  return markup`<div><dt>${title}</dt><dd class="figure">${figure}</dd><dd title="${detail}">${detail}</dd></div>`;
}

function count(rows: readonly ReportRow[], dataset: ReportDataset): number {
  const { valueOf } = columnOf(`${dataset}-accuracy`);
  return rows.filter((row) => valueOf(row) !== null).length;
}

function totalSeconds(rows: readonly ReportRow[]): number | null {
  const seconds = rows.flatMap(({ fashion, mnist }) => [
    fashion.secondsPerRepeat ?? 0,
    mnist.secondsPerRepeat ?? 0,
  ]);
  return seconds.reduce((sum, value) => sum + value, 0) || null;
}
