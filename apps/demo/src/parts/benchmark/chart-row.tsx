import type { JSX } from 'preact';
import { Chart } from '../../charts/chart.tsx';
import type { DescribedChart } from './described-chart.ts';

/** Charts side by side, where there is room. */
export function ChartRow({ charts }: { readonly charts: readonly DescribedChart[] }): JSX.Element {
  return (
    <div class="bench-charts" data-count={charts.length}>
      {charts.map(({ title, label, plot }) => (
        <figure key={title}>
          <figcaption>{title}</figcaption>
          <Chart label={label} plot={plot} />
        </figure>
      ))}
    </div>
  );
}
