import './charts.css';
import type * as Plot from '@observablehq/plot';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The library itself: it makes the marks. */
export type PlotLibrary = typeof Plot;

interface ChartProps {
  /** What the chart shows, for those who do not see it. */
  readonly label: string;
  /** Called once the library has come, and again whenever it is another function: memoise it. */
  readonly plot: (library: PlotLibrary, width: number) => Plot.PlotOptions;
}

let library: Promise<PlotLibrary> | undefined;
let turn: Promise<void> = Promise.resolve();

/** Loads the library ahead of the first chart, if it can. */
export function prepareCharts(): void {
  loadLibrary().catch(() => {});
}

/** Another chart tries again where the server was gone. */
function loadLibrary(): Promise<PlotLibrary> {
  library ??= import('@observablehq/plot').catch((error: unknown) => {
    library = undefined;
    throw error;
  });
  return library;
}

/** Charts are drawn in a task each, so that the page answers between them. */
function nextTurn(): Promise<void> {
  turn = turn.then(() => new Promise((resolve) => setTimeout(resolve)));
  return turn;
}

/** A chart of Observable Plot, which is loaded when the first one is seen; as wide as its place. */
export function Chart({ label, plot }: ChartProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let isGone = false;
    const draw = async () => {
      const loaded = await loadLibrary();
      await nextTurn();
      if (!isGone && element.clientWidth > 0)
        element.replaceChildren(chartOf(loaded, plot, element.clientWidth));
    };
    const observer = new ResizeObserver(() => void draw());
    observer.observe(element);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, [plot]);
  return <div ref={place} class="chart" role="img" aria-label={label} />;
}

/**
 * Plot's own style element is against the page's security policy; `charts.css` says the same. Its marks are named for
 * readers that see an image with one name, where names inside are not allowed.
 */
function chartOf(loaded: PlotLibrary, plot: ChartProps['plot'], width: number): Element {
  const chart = loaded.plot({ width, ...plot(loaded, width) });
  for (const style of chart.querySelectorAll('style')) style.remove();
  for (const mark of chart.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  return chart;
}
