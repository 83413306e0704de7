import { VisualizeError } from '../errors.ts';
import { requireLabelledMap } from './labelled-map.ts';
import { legendRows } from './legend-rows.ts';
import { type MapClass, mapClasses } from './map-layers.ts';
import { headings, type MapPanel, PANEL_HEADER, panelScene } from './map-panel.ts';
import type { Scene } from './scene.ts';

/** How maps stand beside each other, and what the figure says. */
export interface SideBySideOptions {
  /** Heading of the whole figure. @default '' */
  readonly title?: string;
  /** A line below it. @default '' */
  readonly subtitle?: string;
  /** Panels per row, at least 1. @default as many as there are, at most 3 */
  readonly columns?: number;
  /** Width and height of each map in pixels, at least 200. @default 640 */
  readonly panelSize?: number;
}

const MARGIN = 32;
const GUTTER = 48;
const HEADER_HEIGHT = 72;
const LEGEND_GAP = 16;
const DEFAULT_PANEL_SIZE = 640;

/** Lays maps out in rows of panels: one legend below all where their classes are the same, or else one below each. */
export function sideBySideScene(panels: readonly MapPanel[], options: SideBySideOptions): Scene {
  const { panelSize = DEFAULT_PANEL_SIZE, columns = Math.min(panels.length, 3) } = options;
  requireLayout(panels, columns, panelSize);
  const width = 2 * MARGIN + columns * panelSize + (columns - 1) * GUTTER;
  const hasHeader = (options.title ?? '') !== '' || (options.subtitle ?? '') !== '';
  const shared = sharedClasses(panels);

  let top = MARGIN + (hasHeader ? HEADER_HEIGHT : 0);
  const parts: Pick<Scene, 'layers' | 'legendDots' | 'texts'>[] = [];
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns).map((panel, column) => {
      const left = MARGIN + column * (panelSize + GUTTER);
      const { layers, texts } = panelScene(panel, { left, top, size: panelSize });
      const legend = legendRows(shared === undefined ? mapClasses(panel) : [], {
        left,
        top: top + PANEL_HEADER + panelSize + LEGEND_GAP,
        width: panelSize,
      });
      parts.push({ layers, legendDots: legend.dots, texts: [...texts, ...legend.texts] });
      return legend;
    });
    top += PANEL_HEADER + panelSize + LEGEND_GAP + Math.max(...row.map(({ height }) => height)) + MARGIN;
  }
  const legend = legendRows(shared ?? [], { left: MARGIN, top: top - MARGIN, width: width - 2 * MARGIN });
  return {
    width,
    height: top + legend.height,
    layers: parts.flatMap(({ layers }) => layers),
    legendDots: [...parts.flatMap(({ legendDots }) => legendDots), ...legend.dots],
    texts: [
      ...headings(options, { x: MARGIN, y: MARGIN + 16, size: 24, lineHeight: 26 }),
      ...parts.flatMap(({ texts }) => texts),
      ...legend.texts,
    ],
  };
}

function requireLayout(panels: readonly MapPanel[], columns: number, panelSize: number): void {
  if (panels.length === 0) throw new VisualizeError('E_COUNT', 'expected at least one map, got none');
  if (!Number.isInteger(columns) || columns < 1) {
    throw new VisualizeError('E_OPTION', `columns: expected a whole number >= 1, got ${columns}`);
  }
  if (!(panelSize >= 200 && panelSize < Infinity)) {
    throw new VisualizeError('E_OPTION', `panelSize: expected at least 200 pixels, got ${panelSize}`);
  }
  for (const panel of panels) requireLabelledMap(panel);
}

/** The classes on any of the maps, if the classes of all maps have the same names. */
function sharedClasses(panels: readonly MapPanel[]): readonly MapClass[] | undefined {
  const [names = '', ...otherNames] = panels.map(({ classNames }) => JSON.stringify(classNames));
  if (otherNames.some((other) => other !== names)) return undefined;
  const byLabel = new Map(panels.flatMap(mapClasses).map((entry) => [entry.label, entry]));
  return [...byLabel.values()].toSorted((a, b) => a.label - b.label);
}
