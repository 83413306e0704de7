import type { Point } from '../geometry.ts';
import type { ViewerTool } from '../viewer.ts';
import { middleOf, placeIn, spreadOf, tapReach } from './places.ts';

export interface PointerListeners {
  /** What a drag does that begins now. */
  readonly toolFor: (event: PointerEvent) => ViewerTool;
  /** The mouse rests on a place; `undefined` when it leaves or begins to drag. */
  readonly onHover: (place: Point | undefined) => void;
  readonly onTap: (place: Point, event: PointerEvent) => void;
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number, anchor: Point) => void;
  /** The outline that has been drawn so far; `undefined` when it was given up. */
  readonly onOutline: (tool: 'lasso' | 'box', outline: readonly Point[] | undefined) => void;
  readonly onOutlineDone: (tool: 'lasso' | 'box', outline: readonly Point[], event: PointerEvent) => void;
}

const LONG_PRESS_MS = 450;
/** Corners of a lasso are at least this far apart, in CSS pixels. */
const CORNER_DISTANCE = 3;

/** Turns drag, pinch, tap and long press into pan, zoom and outlines. */
export class PointerGestures {
  readonly #element: HTMLElement;
  readonly #listeners: PointerListeners;
  readonly #pressed = new Map<number, Point>();
  readonly #stop = new AbortController();
  #tool: ViewerTool = 'pan';
  #outline: Point[] = [];
  #hasMoved = false;
  #start: Point = { x: 0, y: 0 };
  #longPress: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, listeners: PointerListeners) {
    this.#element = element;
    this.#listeners = listeners;
    const options = { signal: this.#stop.signal };
    element.addEventListener('pointerdown', (event) => this.#press(event), options);
    element.addEventListener('pointermove', (event) => this.#move(event), options);
    element.addEventListener('pointerup', (event) => this.#release(event), options);
    element.addEventListener('pointercancel', (event) => this.#release(event), options);
    element.addEventListener(
      'pointerleave',
      (event) => {
        if (event.pointerType === 'mouse') listeners.onHover(undefined);
      },
      options,
    );
  }

  /** Gives up an outline that is being drawn. */
  cancel(): void {
    clearTimeout(this.#longPress);
    if (this.#outline.length > 0 && this.#tool !== 'pan') this.#listeners.onOutline(this.#tool, undefined);
    this.#outline = [];
    this.#tool = 'pan';
  }

  dispose(): void {
    this.cancel();
    this.#stop.abort();
  }

  #press(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    const place = placeIn(this.#element, event);
    this.#pressed.set(event.pointerId, place);
    this.#element.setPointerCapture(event.pointerId);
    if (this.#pressed.size > 1) {
      this.cancel();
      this.#hasMoved = true;
      return;
    }
    this.#hasMoved = false;
    this.#start = place;
    this.#tool = this.#listeners.toolFor(event);
    if (this.#tool !== 'pan') this.#outline = [place];
    else if (event.pointerType === 'touch')
      this.#longPress = setTimeout(() => this.#beginLasso(), LONG_PRESS_MS);
  }

  #beginLasso(): void {
    this.#tool = 'lasso';
    this.#hasMoved = true;
    this.#outline = [this.#start];
    this.#listeners.onOutline('lasso', this.#outline);
  }

  #move(event: PointerEvent): void {
    const before = this.#pressed.get(event.pointerId);
    const place = placeIn(this.#element, event);
    if (before === undefined) {
      if (event.pointerType !== 'touch') this.#listeners.onHover(place);
      return;
    }
    if (!this.#hasMoved) {
      if (Math.hypot(place.x - this.#start.x, place.y - this.#start.y) < tapReach(event)) return;
      this.#hasMoved = true;
      clearTimeout(this.#longPress);
      this.#listeners.onHover(undefined);
    }
    const old = [...this.#pressed.values()];
    this.#pressed.set(event.pointerId, place);
    if (this.#tool === 'pan') this.#follow(old, [...this.#pressed.values()]);
    else this.#draw(this.#tool, place);
  }

  #follow(old: readonly Point[], now: readonly Point[]): void {
    const [from, to] = [middleOf(old), middleOf(now)];
    this.#listeners.onPan(to.x - from.x, to.y - from.y);
    const [spreadBefore, spreadNow] = [spreadOf(old), spreadOf(now)];
    if (spreadBefore > 0 && spreadNow > 0) this.#listeners.onZoom(spreadNow / spreadBefore, to);
  }

  #draw(tool: 'lasso' | 'box', place: Point): void {
    const last = this.#outline.at(-1) ?? place;
    if (tool === 'box') this.#outline = [this.#start, place];
    else if (Math.hypot(place.x - last.x, place.y - last.y) >= CORNER_DISTANCE) this.#outline.push(place);
    this.#listeners.onOutline(tool, this.#outline);
  }

  #release(event: PointerEvent): void {
    if (!this.#pressed.delete(event.pointerId)) return;
    clearTimeout(this.#longPress);
    if (event.type === 'pointercancel') this.cancel();
    else if (!this.#hasMoved) this.#listeners.onTap(placeIn(this.#element, event), event);
    else if (this.#tool !== 'pan' && this.#outline.length > 1) {
      this.#listeners.onOutlineDone(this.#tool, this.#outline, event);
    }
    if (this.#pressed.size > 0) return;
    if (this.#tool !== 'pan') this.#listeners.onOutline(this.#tool, undefined);
    this.#outline = [];
    this.#tool = 'pan';
  }
}
