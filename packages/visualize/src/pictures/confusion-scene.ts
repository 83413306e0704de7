import type { NdArray } from '@fashion-mnist/core';
import { measureText } from '../draw/text.ts';
import { VisualizeError } from '../errors.ts';
import { headings } from './map-panel.ts';
import { BACKGROUND, FAINT_INK, INK, type Scene, type SceneBox, type SceneText } from './scene.ts';

/** What a picture of a confusion matrix says beside its counts. */
export interface ConfusionOptions {
  /** One name per class, in the order of the rows. */
  readonly classNames: readonly string[];
  /** Heading. @default '' */
  readonly title?: string;
  /** A line below the heading, for example the accuracy. @default '' */
  readonly subtitle?: string;
}

/** How often each class was taken for each, laid out. */
interface Table {
  readonly classCount: number;
  readonly left: number;
  readonly top: number;
}

const MARGIN = 32;
const HEADER_HEIGHT = 96;
const AXIS_WIDTH = 34;
const CELL = 68;
const GAP = 2;
const NAME = { size: 14, weight: 'regular', color: INK, halo: false } as const;

/** Colours of cells from no sample of a class to all of them. */
const EMPTY: readonly [number, number, number] = [244, 246, 248];
const FULL: readonly [number, number, number] = [16, 74, 138];
const LIGHT_TEXT_FROM = 0.45;

/** Lays counts out as a table: true classes in rows, predicted ones in columns, coloured by their share of the row. */
export function confusionScene(counts: NdArray<Uint32Array>, options: ConfusionOptions): Scene {
  const { classNames, title = '', subtitle = '' } = options;
  requireTable(counts, classNames.length);
  const nameWidth = Math.max(...classNames.map((name) => measureText(name, NAME)));
  const table = {
    classCount: classNames.length,
    left: MARGIN + AXIS_WIDTH + nameWidth + 12,
    top: HEADER_HEIGHT + AXIS_WIDTH,
  };
  const size = table.classCount * CELL;
  const cells = Array.from(counts.data, (count, cell) => describeCell(counts, count, cell, table));
  return {
    width: Math.ceil(table.left + size + MARGIN),
    height: Math.ceil(table.top + size + MARGIN),
    boxes: cells.map(({ box }) => box),
    layers: [],
    legendDots: [],
    texts: [
      ...headings({ title, subtitle }, { x: MARGIN, y: 46, size: 24, lineHeight: 24 }),
      ...classNames.flatMap((name, index) => namesOf(name, index, table)),
      axisText('predicted', table.left + size / 2, HEADER_HEIGHT + 4),
      axisText('true', MARGIN + 14, table.top + size / 2 + 5),
      ...cells.flatMap(({ text }) => (text === undefined ? [] : [text])),
    ],
  };
}

function requireTable({ data, shape }: NdArray<Uint32Array>, classCount: number): void {
  const [rows, columns] = shape;
  if (shape.length === 2 && rows === classCount && columns === classCount && data.length === classCount ** 2)
    if (classCount > 0) return;
  throw new VisualizeError(
    'E_SHAPE',
    `expected counts [${classCount}, ${classCount}] for ${classCount} classes, at least one, got [${shape.join(', ')}]`,
  );
}

function describeCell(
  { data }: NdArray<Uint32Array>,
  count: number,
  cell: number,
  { classCount, left, top }: Table,
): { readonly box: SceneBox; readonly text: SceneText | undefined } {
  const row = Math.floor(cell / classCount);
  const total = data
    .subarray(row * classCount, (row + 1) * classCount)
    .reduce((sum, value) => sum + value, 0);
  const share = total > 0 ? count / total : 0;
  const [x, y] = [left + (cell % classCount) * CELL, top + row * CELL];
  const box = { x, y, width: CELL - GAP, height: CELL - GAP, color: shade(share) };
  if (count === 0) return { box, text: undefined };
  return {
    box,
    text: {
      text: String(count),
      x: x + (CELL - GAP) / 2,
      y: y + (CELL - GAP) / 2 + 5,
      size: 14,
      weight: cell % (classCount + 1) === 0 ? 'semibold' : 'regular',
      color: share > LIGHT_TEXT_FROM ? BACKGROUND : INK,
      anchor: 'middle',
      halo: false,
    },
  };
}

/** Even steps of the square root, so that a few confusions can be seen beside many right answers. */
function shade(share: number): string {
  const strength = Math.sqrt(share);
  const channels = EMPTY.map((empty, i) => Math.round(empty + ((FULL[i] as number) - empty) * strength));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function namesOf(name: string, index: number, { left, top }: Table): readonly SceneText[] {
  const middle = (index + 0.5) * CELL - GAP / 2;
  const width = measureText(name, NAME);
  const size = NAME.size * Math.min(1, (CELL - 6) / width);
  return [
    { ...NAME, text: name, x: left - 12, y: top + middle + 5, anchor: 'end' },
    { ...NAME, text: name, size, x: left + middle, y: top - 10, anchor: 'middle' },
  ];
}

function axisText(text: string, x: number, y: number): SceneText {
  return { text, x, y, size: 13, weight: 'regular', color: FAINT_INK, anchor: 'middle', halo: false };
}
