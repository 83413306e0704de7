import type { PlotOptions } from '@observablehq/plot';
import type { PlotLibrary } from '../../charts/chart.tsx';

/** A chart, and what it shows in words. */
export interface DescribedChart {
  readonly title: string;
  readonly label: string;
  readonly plot: (library: PlotLibrary, width: number) => PlotOptions;
}
