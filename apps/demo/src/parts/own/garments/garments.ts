import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { notify, notifyError } from '../../../state/notices.ts';
import { convertPhotoInWorker } from '../../../work/photos/convert-photos.ts';
import { describeRefusals, type RefusedPhoto } from './describe-refusals.ts';
import type { Garment, NewPhoto } from './garment.ts';

/** Each takes up to a megabyte with the pictures of its steps. */
const MOST_GARMENTS = 200;

const list = signal<readonly Garment[]>([]);
const shown = signal<number | undefined>(undefined);
const pending = signal(0);
let nextId = 1;

/** The garments of this visit, oldest first. */
export const garments: ReadonlySignal<readonly Garment[]> = list;

/** The one that is looked at. */
export const garment: ReadonlySignal<Garment | undefined> = computed(() =>
  list.value.find(({ id }) => id === shown.value),
);

/** How many pictures are being converted or wait for it. */
export const pendingCount: ReadonlySignal<number> = pending;

export function showGarment(id: number): void {
  shown.value = id;
}

/** Converts pictures one after the other and shows the last. Those that are none are told together. */
export async function addPhotos(
  photos: readonly NewPhoto[],
  removesBackground: boolean = false,
): Promise<void> {
  const taken = photos.slice(0, MOST_GARMENTS - list.value.length);
  if (taken.length < photos.length) {
    const text = `A visit holds ${MOST_GARMENTS} garments: ${photos.length - taken.length} were left out.`;
    notify({ kind: 'error', text });
  }
  const refused: RefusedPhoto[] = [];
  pending.value += taken.length;
  for (const photo of taken) {
    const outcome = await convert(photo, removesBackground);
    pending.value -= 1;
    if (outcome === undefined) continue;
    if ('reason' in outcome) refused.push(outcome);
    else place(outcome);
  }
  if (refused.length > 0) notify({ kind: 'error', text: describeRefusals(refused) });
}

/** Converts a garment anew, with its background or without. */
export async function setBackground(changed: Garment, removesBackground: boolean): Promise<void> {
  pending.value += 1;
  const outcome = await convert(changed, removesBackground);
  pending.value -= 1;
  if (outcome === undefined) return;
  if ('reason' in outcome) notify({ kind: 'error', text: describeRefusals([outcome]) });
  else change(changed.id, outcome);
}

export function labelGarment(id: number, label: number | undefined): void {
  change(id, { label });
}

/** Takes a garment out; the one after it, else the one before, is shown instead. */
export function removeGarment(id: number): void {
  const at = list.value.findIndex((other) => other.id === id);
  list.value = list.value.filter((other) => other.id !== id);
  if (shown.value === id) shown.value = (list.value[at] ?? list.value.at(-1))?.id;
}

/** Takes a drawing out of which nothing is left. */
export function removeSketch(sketch: number): void {
  const drawn = list.value.find((other) => other.sketch === sketch);
  if (drawn !== undefined) removeGarment(drawn.id);
}

type Converted = NewPhoto & Pick<Garment, 'removesBackground' | 'conversion'>;

async function convert(
  photo: NewPhoto,
  removesBackground: boolean,
): Promise<Converted | RefusedPhoto | undefined> {
  const background = removesBackground ? 'remove' : 'keep';
  try {
    const outcome = await convertPhotoInWorker(photo.photo, { background });
    if (outcome.kind === 'refused') return { photo, reason: outcome.reason };
    return { ...photo, removesBackground, conversion: outcome.conversion };
  } catch (error) {
    notifyError(error, `“${photo.name}” was not converted`);
    return undefined;
  }
}

function place(converted: Converted): void {
  const earlier = list.value.find(({ sketch }) => sketch !== undefined && sketch === converted.sketch);
  const id = earlier?.id ?? nextId++;
  if (earlier === undefined) list.value = [...list.value, { ...converted, id, label: undefined }];
  else change(id, converted);
  shown.value = id;
}

function change(id: number, changes: Partial<Garment>): void {
  list.value = list.value.map((other) => (other.id === id ? { ...other, ...changes } : other));
}
