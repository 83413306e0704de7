import type { ViewerCamera } from '@fashion-mnist/visualize/view';
import { checksum } from './checksum.ts';
import { packIds, unpackIds } from './pack-ids.ts';

export const SPLIT_CHOICES = ['all', 'train', 'test'] as const;
export type SplitChoice = (typeof SPLIT_CHOICES)[number];

/** One of the maps that are seen. */
interface LinkedView {
  readonly dataset: string;
  /** `undefined`: the whole map, however large the window is. */
  readonly camera: ViewerCamera | undefined;
  /** Ascending. */
  readonly selection: Uint32Array;
}

/** All that a link to the map restores. */
export interface MapLink {
  /** One map, or two beside each other. */
  readonly views: readonly LinkedView[];
  /** `undefined`: the first. */
  readonly layout: string | undefined;
  readonly split: SplitChoice;
  /** Labels of the classes that are not seen, ascending. */
  readonly hidden: readonly number[];
}

/** So many selected ids travel with a link, of all its maps together; of more none do. */
export const MOST_LINKED_IDS = 500;

const MOST_VIEWS = 2;

/** The query of a link's address, at most 2 kB. */
export function writeMapLink({ views, layout, split, hidden }: MapLink): URLSearchParams {
  const query = new URLSearchParams();
  query.set('data', views.map(({ dataset }) => dataset).join(' '));
  if (layout !== undefined) query.set('layout', layout);
  if (split !== 'all') query.set('split', split);
  if (hidden.length > 0) query.set('hide', hidden.join(' '));
  if (views.some(({ camera }) => camera !== undefined)) {
    query.set('at', views.map(({ camera }) => (camera ? numbersOf(camera) : '')).join('~'));
  }
  const idCount = views.reduce((sum, { selection }) => sum + selection.length, 0);
  if (idCount > 0 && idCount <= MOST_LINKED_IDS) {
    query.set('sel', views.map(({ selection }) => packIds(selection)).join('~'));
  }
  if (query.has('at') || query.has('sel')) query.set('check', checksum(query.toString()));
  return query;
}

/**
 * What a link restores; `undefined` when it is damaged.
 *
 * @remarks A link that a person has written, without a camera and a selection, needs no checksum.
 */
export function readMapLink(query: URLSearchParams): MapLink | undefined {
  if (!isWhole(query)) return undefined;
  const names = (query.get('data') ?? '').split(' ').filter((name) => name !== '');
  const split = SPLIT_CHOICES.find((choice) => choice === (query.get('split') ?? 'all'));
  const hidden = labelsOf(query.get('hide') ?? '');
  const cameras = inEachView(query.get('at'), names.length, cameraOf);
  const selections = inEachView(query.get('sel'), names.length, unpackIds);
  const isSound =
    split !== undefined && hidden !== undefined && cameras !== undefined && selections !== undefined;
  if (!isSound || names.length > MOST_VIEWS || new Set(names).size < names.length) return undefined;
  const views = names.map((dataset, view) => ({
    dataset,
    camera: cameras[view],
    selection: selections[view] ?? new Uint32Array(),
  }));
  return { views, layout: query.get('layout') ?? undefined, split, hidden };
}

function isWhole(query: URLSearchParams): boolean {
  if (!query.has('at') && !query.has('sel') && !query.has('check')) return true;
  const rest = new URLSearchParams(query);
  rest.delete('check');
  return query.get('check') === checksum(rest.toString());
}

/** One value for each view, `undefined` for those without; `undefined` when one cannot be read. */
function inEachView<T>(
  text: string | null,
  viewCount: number,
  read: (part: string) => T | undefined,
): readonly (T | undefined)[] | undefined {
  if (text === null) return [];
  const parts = text.split('~');
  const values = parts.map((part) => (part === '' ? undefined : read(part)));
  const isSound = values.every((value, view) => value !== undefined || parts[view] === '');
  return isSound && parts.length === viewCount ? values : undefined;
}

function numbersOf({ x, y, scale }: ViewerCamera): string {
  return [x, y, scale].map(String).join(' ');
}

function cameraOf(text: string): ViewerCamera | undefined {
  const [x = Number.NaN, y = Number.NaN, scale = Number.NaN, ...more] = text.split(' ').map(Number);
  const isSound = more.length === 0 && Number.isFinite(x) && Number.isFinite(y) && scale > 0;
  return isSound && scale < Infinity ? { x, y, scale } : undefined;
}

function labelsOf(text: string): readonly number[] | undefined {
  const labels = text.split(' ').filter((label) => label !== '');
  return labels.every((label) => /^\d{1,3}$/.test(label)) ? labels.map(Number) : undefined;
}
