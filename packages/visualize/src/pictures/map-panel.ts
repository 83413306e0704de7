import { classTexts } from './class-texts.ts';
import type { LabelledMap } from './labelled-map.ts';
import { mapLayers, placeClasses } from './map-layers.ts';
import { FAINT_INK, INK, type Scene, type SceneText } from './scene.ts';

/** A map of several that stand side by side. */
export interface MapPanel extends LabelledMap {
  /** Heading of the panel. @default '' */
  readonly title?: string;
  /** A line below it. @default '' */
  readonly subtitle?: string;
}

/** Height of the heading above the map of a panel. */
export const PANEL_HEADER = 64;

/** Lays a panel out: its heading, and below it the map in a square. */
export function panelScene(
  panel: MapPanel,
  { left, top, size }: { readonly left: number; readonly top: number; readonly size: number },
): Pick<Scene, 'layers' | 'texts'> {
  const area = { left, top: top + PANEL_HEADER, width: size, height: size };
  const classes = placeClasses(panel, area);
  return {
    layers: mapLayers(classes, size),
    texts: [
      ...headings(panel, { x: left, y: top + 20, size: 19, lineHeight: 23 }),
      ...classTexts(classes, 14),
    ],
  };
}

/** A heading and a smaller line below it. */
export function headings(
  { title = '', subtitle = '' }: Pick<MapPanel, 'title' | 'subtitle'>,
  { x, y, size, lineHeight }: Pick<SceneText, 'x' | 'y' | 'size'> & { readonly lineHeight: number },
): readonly SceneText[] {
  const common = { x, anchor: 'start', halo: false } as const;
  return [
    { ...common, text: title, y, size, weight: 'semibold', color: INK },
    { ...common, text: subtitle, y: y + lineHeight, size: 14, weight: 'regular', color: FAINT_INK },
  ];
}
