import { formatAccuracy, formatPublished, formatSeconds } from '../format-figures.ts';
import { markup } from '../markup.ts';
import { DATASET_TITLES, type ReportDataset } from '../report-datasets.ts';
import type { ReportRow } from '../report-row.ts';
import type { View } from '../views.ts';
import { requireElement } from './require-element.ts';

/** The figures of a row, beside its mark. */
export interface Tooltip {
  show(row: ReportRow, view: View, beside: DOMRect): void;
  hide(): void;
}

const GAP = 10;

export function createTooltip(): Tooltip {
  const element = requireElement('#tooltip', HTMLDivElement);
  return {
    show(row, view, beside) {
      const datasets: readonly ReportDataset[] = view === 'both' ? ['fashion', 'mnist'] : [view];
      element.innerHTML =
        markup`<strong>${row.name}</strong><span>${row.parameterText}</span><table>${datasets.map(
          (dataset) =>
            markup`<tr><th>${DATASET_TITLES[dataset]}</th><td>${formatAccuracy(row[dataset])}</td><td>paper ${formatPublished(row[dataset].paper)}</td><td>${formatSeconds(row[dataset].secondsPerRepeat)}</td></tr>`,
        )}</table>`.text;
      element.hidden = false;
      const { width, height } = element.getBoundingClientRect();
      const center = beside.left + beside.width / 2 - width / 2;
      const left = Math.max(GAP, Math.min(center, document.documentElement.clientWidth - width - GAP));
      const above = beside.top - height - GAP;
      element.style.left = `${left}px`;
      element.style.top = `${above >= GAP ? above : beside.bottom + GAP}px`;
    },
    hide() {
      element.hidden = true;
    },
  };
}
