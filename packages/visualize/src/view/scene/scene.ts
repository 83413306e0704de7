import { VisualizeError } from '../../errors.ts';
import { easeInOut } from '../camera/ease-in-out.ts';
import { clamp, type Point } from '../geometry.ts';
import type { ViewerGuest, ViewerOptions } from '../viewer.ts';
import { createMapLayout, type MapLayout, withOwnSpacings } from './map-layout.ts';
import { PictureStore } from './picture-store.ts';
import { computeFlags, HIDDEN, type PointFilter, type PointFlags } from './point-flags.ts';

/** What is to be drawn of the dataset. Arrays are never written again: another array means another content. */
export interface ScenePoints {
  readonly count: number;
  readonly labels: Uint8Array;
  readonly flags: Uint8Array;
  readonly visibleCount: number;
  /** All but some points are dimmed. */
  readonly isDimming: boolean;
  readonly positions: Float32Array;
  /** Where the points came from; numbers wherever `positions` are. */
  readonly startPositions: Float32Array;
  /** The share of the way from start to end, 1 at rest. */
  readonly blend: number;
  readonly spacings: Float32Array;
}

/** A guest in map units. */
export interface SceneGuest extends Point {
  readonly name: string;
  readonly image: Uint8Array | undefined;
}

interface Transition {
  readonly from: Float32Array;
  readonly startMs: number;
  readonly durationMs: number;
}

const NO_IDS = new Uint32Array(0);

/** Everything that is shown, whatever draws it. */
export class Scene {
  readonly count: number;
  readonly classCount: number;
  readonly pictures: PictureStore;
  #layout: MapLayout;
  #isFollowing = false;
  #transition: Transition | undefined;
  #blend = 1;
  #filter: PointFilter;
  #flags: PointFlags | undefined;
  #guests: readonly ViewerGuest[] = [];

  /** @throws {VisualizeError} when labels and class names do not fit. */
  constructor(options: ViewerOptions) {
    this.count = options.labels.length;
    this.classCount = options.classNames.length;
    this.pictures = new PictureStore(this.count, options.imageShape ?? [28, 28]);
    this.#layout = createMapLayout(new Float32Array(2 * this.count).fill(Number.NaN), this.count);
    this.#filter = {
      labels: this.#checkedLabels(options.labels),
      positions: this.#layout.positions,
      visibleClasses: options.classNames.map(() => true),
      mask: undefined,
      emphasis: undefined,
      selection: NO_IDS,
      marks: NO_IDS,
    };
  }

  get layout(): MapLayout {
    return this.#layout;
  }

  get labels(): Uint8Array {
    return this.#filter.labels;
  }

  get selection(): Uint32Array {
    return this.#filter.selection;
  }

  get isMoving(): boolean {
    return this.#transition !== undefined;
  }

  /** Whether points have the room of an earlier layout. */
  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  get points(): ScenePoints {
    const { flags, visibleCount } = this.#currentFlags();
    const { labels, emphasis } = this.#filter;
    return {
      count: this.count,
      labels,
      flags,
      visibleCount,
      isDimming: emphasis !== undefined,
      positions: this.#layout.positions,
      startPositions: this.#transition?.from ?? this.#layout.positions,
      blend: this.#blend,
      spacings: this.#layout.spacings,
    };
  }

  get guests(): readonly SceneGuest[] {
    return this.#guests.map(({ x, y, name, image }) => ({ ...this.#layout.toMap({ x, y }), name, image }));
  }

  setLayout(positions: Float32Array, durationMs: number): void {
    const next = createMapLayout(positions, this.count);
    const from = durationMs > 0 ? this.#startOf(next.positions) : undefined;
    this.#layout = next;
    this.#isFollowing = false;
    this.#blend = from === undefined ? 1 : 0;
    this.#transition = from && { from, startMs: performance.now(), durationMs };
    this.#change({ positions: next.positions });
  }

  /** Takes the next of many layouts, whose points keep the room that they have until there is time for `settle`. */
  followLayout(positions: Float32Array): void {
    this.#layout = createMapLayout(positions, this.count, this.#layout.spacings);
    this.#isFollowing = true;
    this.#blend = 1;
    this.#transition = undefined;
    this.#change({ positions: this.#layout.positions });
  }

  /** Gives the points the room of the layout that was followed last. */
  settle(): void {
    this.#layout = withOwnSpacings(this.#layout);
    this.#isFollowing = false;
  }

  /** Moves the points on to where they are at a time. */
  advance(nowMs: number): void {
    if (this.#transition === undefined) return;
    const { startMs, durationMs } = this.#transition;
    const share = clamp((nowMs - startMs) / durationMs, 0, 1);
    this.#blend = easeInOut(share);
    if (share === 1) this.#transition = undefined;
  }

  setLabels(labels: Uint8Array): void {
    this.#change({ labels: this.#checkedLabels(labels) });
  }

  setVisibleClasses(visible: readonly boolean[]): void {
    if (visible.length !== this.classCount) {
      throw new VisualizeError(
        'E_SHAPE',
        `visible: expected ${this.classCount} classes, got ${visible.length}`,
      );
    }
    this.#change({ visibleClasses: [...visible] });
  }

  setMask(mask: Uint8Array | undefined): void {
    if (mask !== undefined && mask.length !== this.count) {
      throw new VisualizeError('E_SHAPE', `mask: expected ${this.count} entries, got ${mask.length}`);
    }
    this.#change({ mask: mask?.slice() });
  }

  emphasise(emphasis: PointFilter['emphasis']): void {
    const isByIds = emphasis !== undefined && 'ids' in emphasis;
    this.#change({ emphasis: isByIds ? { ids: this.#checkedIds(emphasis.ids) } : emphasis });
  }

  select(ids: Uint32Array): void {
    this.#change({ selection: this.#checkedIds(ids) });
  }

  mark(ids: Uint32Array): void {
    this.#change({ marks: this.#checkedIds(ids) });
  }

  setGuests(guests: readonly ViewerGuest[]): void {
    const { pixelCount } = this.pictures;
    const wrong = guests.find(({ image }) => image !== undefined && image.length !== pixelCount);
    if (wrong !== undefined) {
      const message = `guest ${wrong.name}: expected an image of ${pixelCount} bytes, got ${wrong.image?.length}`;
      throw new VisualizeError('E_SHAPE', message);
    }
    this.#guests = [...guests];
  }

  isVisible(id: number): boolean {
    return id >= 0 && id < this.count && ((this.#currentFlags().flags[id] as number) & HIDDEN) === 0;
  }

  /** Where a point is now, also on its way; `undefined` for hidden points. */
  placeOf(id: number): Point | undefined {
    if (!this.isVisible(id)) return undefined;
    const [x, y] = [this.#coordinate(2 * id), this.#coordinate(2 * id + 1)];
    return { x, y };
  }

  #coordinate(i: number): number {
    const to = this.#layout.positions[i] as number;
    if (this.#transition === undefined) return to;
    return blended(this.#transition.from[i] as number, to, this.#blend);
  }

  /** Where points are now; those that were nowhere begin at their new place. */
  #startOf(next: Float32Array): Float32Array {
    return next.map((to, i) => {
      const now = this.#coordinate(i);
      return Number.isNaN(now) ? to : now;
    });
  }

  #currentFlags(): PointFlags {
    this.#flags ??= computeFlags(this.#filter);
    return this.#flags;
  }

  #change(part: Partial<PointFilter>): void {
    this.#filter = { ...this.#filter, ...part };
    this.#flags = undefined;
  }

  #checkedLabels(labels: Uint8Array): Uint8Array {
    if (labels.length !== this.count) {
      throw new VisualizeError('E_SHAPE', `labels: expected ${this.count}, got ${labels.length}`);
    }
    const unknown = labels.find((label) => label >= this.classCount);
    if (unknown === undefined) return labels;
    throw new VisualizeError(
      'E_OPTION',
      `labels: there are ${this.classCount} class names, got label ${unknown}`,
    );
  }

  #checkedIds(ids: Uint32Array): Uint32Array {
    const unknown = ids.find((id) => id >= this.count);
    if (unknown === undefined) return Uint32Array.from(new Set(ids)).toSorted();
    throw new VisualizeError('E_OPTION', `ids: expected 0..${this.count - 1}, got ${unknown}`);
  }
}

/** Between two numbers, exactly these at 0 and 1. */
export function blended(from: number, to: number, share: number): number {
  return from * (1 - share) + to * share;
}
