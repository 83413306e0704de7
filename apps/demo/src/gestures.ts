import type { Point } from './viewport.ts';

export interface GestureListeners {
  /** The mouse rests on a place or a finger taps it; `undefined` when it leaves or begins to drag. */
  readonly onPoint: (place: Point | undefined) => void;
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number, anchor: Point) => void;
  readonly onReset: () => void;
}

const WHEEL_ZOOM = 0.0018;
/** Browsers report a pinch on a touch pad as a wheel with the control key, in smaller steps. */
const PINCH_ZOOM = 0.012;
const PIXELS_PER_LINE = 16;
const DRAG_BEGINS = 4;

/** Turns wheel, drag, pinch, tap and double click on an element into pan and zoom. */
export function listenToGestures(element: HTMLElement, listeners: GestureListeners): void {
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1);
      const factor = Math.exp(-pixels * (event.ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM));
      listeners.onZoom(factor, placeOf(event));
      listeners.onPoint(placeOf(event));
    },
    { passive: false },
  );
  element.addEventListener('dblclick', () => listeners.onReset());
  listenToPointers(element, listeners);
}

function listenToPointers(element: HTMLElement, listeners: GestureListeners): void {
  const pressed = new Map<number, Point>();
  let travelled = 0;

  element.addEventListener('pointerdown', (event) => {
    if (pressed.size === 0) travelled = 0;
    pressed.set(event.pointerId, placeOf(event));
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    const before = pressed.get(event.pointerId);
    if (before === undefined) {
      listeners.onPoint(placeOf(event));
      return;
    }
    travelled += distance(before, placeOf(event));
    if (travelled < DRAG_BEGINS) return;
    const old = [...pressed.values()];
    pressed.set(event.pointerId, placeOf(event));
    followFingers(old, [...pressed.values()], listeners);
  });
  const release = (event: PointerEvent) => {
    if (!pressed.delete(event.pointerId)) return;
    if (event.type === 'pointerup' && travelled < DRAG_BEGINS) listeners.onPoint(placeOf(event));
  };
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
  element.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') listeners.onPoint(undefined);
  });
}

function followFingers(old: readonly Point[], now: readonly Point[], listeners: GestureListeners): void {
  const [from, to] = [middle(old), middle(now)];
  listeners.onPoint(undefined);
  listeners.onPan(to.x - from.x, to.y - from.y);
  const [spreadBefore, spreadNow] = [spread(old), spread(now)];
  if (spreadBefore > 0 && spreadNow > 0) listeners.onZoom(spreadNow / spreadBefore, to);
}

function middle(places: readonly Point[]): Point {
  const sum = places.reduce((total, place) => ({ x: total.x + place.x, y: total.y + place.y }));
  return { x: sum.x / places.length, y: sum.y / places.length };
}

/** Distance between the first two fingers, 0 for a single one. */
function spread([first, second]: readonly Point[]): number {
  return first === undefined || second === undefined ? 0 : distance(first, second);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function placeOf(event: MouseEvent): Point {
  return { x: event.offsetX, y: event.offsetY };
}
