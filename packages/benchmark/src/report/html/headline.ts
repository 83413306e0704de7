import { familiesOf } from '../families.ts';
import { type HeadlineFact, headlineFacts } from '../headline-facts.ts';
import { type Markup, markup } from '../markup.ts';
import type { BenchmarkReport } from '../report-row.ts';

/** The title, and the four figures that matter most. */
export function headline(report: BenchmarkReport, title: string): Markup {
  const { rows } = report;
  const families = familiesOf(rows.map(({ name }) => name)).length;
  return markup`<header id="top">
<h1>${title}</h1>
<p>${rows.length} configurations of ${families} classifiers of scikit-learn, learned in TypeScript and judged on the test split, beside table 3 of the <a href="https://arxiv.org/abs/1708.07747" rel="noreferrer">paper</a>.</p>
<dl>
${headlineFacts(report).map(fact)}
</dl>
</header>`;
}

function fact({ title, figure, unit, detail }: HeadlineFact): Markup {
  const beside = unit !== '' && markup` <small>${unit}</small>`;
  return markup`<div><dt>${title}</dt><dd class="figure">${figure}${beside}</dd><dd title="${detail}">${detail}</dd></div>
`;
}
