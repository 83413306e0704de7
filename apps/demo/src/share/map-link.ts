import { decodeIds, encodeIds } from './id-codec.ts';

/** At most so many selected images go into a link. */
export const MOST_SHARED = 500;

/** What part of a map is seen. */
export interface SharedCamera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** One map of a link: two stand side by side. */
export interface SharedPane {
  readonly dataset: string;
  readonly layout: string;
  readonly camera?: SharedCamera | undefined;
  /** Ascending. */
  readonly selection: Uint32Array;
}

/** What a link to the map restores. */
export interface MapLink {
  readonly panes: readonly SharedPane[];
  readonly split: 'all' | 'train' | 'test';
  /** Hidden classes, ascending. */
  readonly hidden: readonly number[];
}

/** The link as a query: `d`, `l`, `c`, `s` once per map, `split` and `hide` where they differ from the whole. */
export function toQuery({ panes, split, hidden }: MapLink): URLSearchParams {
  const query = new URLSearchParams();
  for (const { dataset, layout, camera, selection } of panes) {
    query.append('d', dataset);
    query.append('l', layout);
    query.append('c', camera === undefined ? '' : [camera.x, camera.y, camera.scale].map(shorten).join('_'));
    query.append('s', selection.length > MOST_SHARED ? '' : encodeIds(selection));
  }
  if (split !== 'all') query.set('split', split);
  if (hidden.length > 0) query.set('hide', hidden.join('.'));
  return query;
}

/**
 * Reads a query that `toQuery` wrote.
 *
 * @param idCounts - Images of each dataset, by name.
 * @returns `undefined` when it is damaged, or speaks of a dataset that is not there.
 */
export function fromQuery(
  query: URLSearchParams,
  idCounts: ReadonlyMap<string, number>,
): MapLink | undefined {
  const names = query.getAll('d');
  const panes = names.map((_, pane) => readPane(query, pane, idCounts)).filter((pane) => pane !== undefined);
  if (panes.length !== names.length || panes.length === 0 || panes.length > 2) return undefined;
  const split = query.get('split') ?? 'all';
  if (split !== 'all' && split !== 'train' && split !== 'test') return undefined;
  const hide = query.get('hide') ?? '';
  if (!/^(\d{1,3}(\.\d{1,3})*)?$/.test(hide)) return undefined;
  return { panes, split, hidden: hide === '' ? [] : hide.split('.').map(Number) };
}

function readPane(
  query: URLSearchParams,
  pane: number,
  idCounts: ReadonlyMap<string, number>,
): SharedPane | undefined {
  const dataset = query.getAll('d')[pane] ?? '';
  const layout = query.getAll('l')[pane];
  const idCount = idCounts.get(dataset);
  const camera = readCamera(query.getAll('c')[pane] ?? '');
  if (idCount === undefined || layout === undefined || camera === 'damaged') return undefined;
  const selection = decodeIds(query.getAll('s')[pane] ?? '', idCount);
  return selection && { dataset, layout, camera, selection };
}

function readCamera(text: string): SharedCamera | undefined | 'damaged' {
  if (text === '') return undefined;
  const numbers = text.split('_').map(Number);
  const [x = 0, y = 0, scale = 0] = numbers;
  const isWhole = numbers.length === 3 && numbers.every(Number.isFinite) && scale > 0;
  return isWhole ? { x, y, scale } : 'damaged';
}

function shorten(value: number): string {
  return String(Number(value.toPrecision(7)));
}
