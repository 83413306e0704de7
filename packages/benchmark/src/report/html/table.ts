import { familyOf } from '../families.ts';
import { type Markup, markup } from '../markup.ts';
import type { Axis } from '../plot/axis.ts';
import { REPORT_COLUMNS, type ReportColumn } from '../report-columns.ts';
import { DATASET_TITLES, REPORT_DATASETS, type ReportDataset } from '../report-datasets.ts';
import type { Measurement, ReportRow } from '../report-row.ts';
import { reproduceCommand } from '../reproduce-command.ts';
import { isShown, VIEWS } from '../views.ts';
import { comparison, comparisonAxis } from './comparison.ts';
import { familyMark } from './controls.ts';

type Axes = Readonly<Record<ReportDataset, Axis>>;

/** Every figure of every row; each view of the page hides the columns that are not its own. */
export function reportTableHtml(rows: readonly ReportRow[]): Markup {
  const axes = { fashion: comparisonAxis(rows, 'fashion'), mnist: comparisonAxis(rows, 'mnist') };
  return markup`<section id="results" aria-label="Results"><table>
<thead><tr>${REPORT_COLUMNS.map(headCell)}<th class="needs-script command"><span class="unseen">Command</span></th></tr></thead>
<tbody>
${rows.map((row, index) => tableRow(row, index, axes))}
</tbody>
</table><p id="nothing" hidden>No configuration has all these words in its name and parameters.</p></section>`;
}

/** Every title says its dataset to those who hear it; to the eye the first of a dataset does for all. */
function headCell(column: ReportColumn): Markup {
  const { dataset, figure, title, key } = column;
  const unseen = figure !== 'accuracy' && ' unseen';
  const prefix =
    dataset !== null && markup`<span class="dataset${unseen}">${DATASET_TITLES[dataset]} </span>`;
  return markup`<th scope="col" class="${classesOf(column)}" data-column="${key}"><button type="button">${prefix}${title}</button></th>`;
}

function tableRow(row: ReportRow, index: number, axes: Axes): Markup {
  return markup`<tr data-row="${index}">${REPORT_COLUMNS.map((column) => cell(column, row, axes))}${commandCell(row)}</tr>
`;
}

/** What the grid leaves out cannot be done, not even again. */
function commandCell(row: ReportRow): Markup {
  if (REPORT_DATASETS.every((dataset) => row[dataset].status === 'left-out'))
    return markup`<td class="needs-script command"></td>`;
  const [fashion, mnist] = [reproduceCommand(row, 'fashion'), reproduceCommand(row, 'mnist')];
  const what = `Copy the command that does ${row.name} ${row.parameterText} again`;
  return markup`<td class="needs-script command"><button type="button" data-fashion="${fashion}" data-mnist="${mnist}" aria-label="${what}" title="Copy the command that does this again">Copy</button></td>`;
}

function cell(column: ReportColumn, row: ReportRow, axes: Axes): Markup {
  const { dataset, figure, key } = column;
  const classes = classesOf(column);
  if (key === 'name') return nameCell(row, classes);
  const text = column.textOf(row);
  if (dataset === null) return markup`<td class="${classes}">${text}${reason(row)}</td>`;
  const measurement = row[dataset];
  if (figure === 'accuracy')
    return markup`<td class="${classes}">${accuracy(measurement, text, axes[dataset])}</td>`;
  const isOff = figure === 'difference' && measurement.agrees === false;
  return markup`<td class="${classes}${isOff && ' off'}"${isOff && markup` title="More than 0.01 from the paper"`}>${text}</td>`;
}

function nameCell(row: ReportRow, classes: string): Markup {
  const family = familyOf(row.name);
  const suffix = row.name.slice(family.shortName.length);
  return markup`<th scope="row" class="${classes}"><div>${familyMark(family)}<span>${family.shortName}<span class="suffix">${suffix}</span><small class="below">${row.parameterText}${reason(row)}</small></span></div></th>`;
}

function accuracy(measurement: Measurement, text: string, axis: Axis): Markup {
  const { accuracy: value, twiceStd, repeats } = measurement;
  if (value === null) return markup`<span class="status">${text}</span>`;
  const spread = repeats > 1 && twiceStd !== null && markup`<small>±${twiceStd.toFixed(3)}</small>`;
  return markup`${spread}${comparison(measurement, axis)}${text}`;
}

/** Why there is no figure; of which dataset, unless it is the same for both. */
function reason(row: ReportRow): Markup | null {
  const named = REPORT_DATASETS.flatMap((dataset) =>
    row[dataset].reason === null ? [] : [`${DATASET_TITLES[dataset]}: ${row[dataset].reason}`],
  );
  const text = row.fashion.reason === row.mnist.reason ? row.fashion.reason : named.join('; ');
  return text === null || text === '' ? null : markup`<small class="reason">${text}</small>`;
}

/** `in-fashion`, `in-both`: the views that show a column. */
function classesOf(column: ReportColumn): string {
  const views = VIEWS.filter((view) => isShown(column, view)).map((view) => `in-${view}`);
  return ['cell', column.figure ?? column.key, ...(column.figure === null ? [] : ['number']), ...views].join(
    ' ',
  );
}
