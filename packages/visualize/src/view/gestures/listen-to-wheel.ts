import type { Point } from '../geometry.ts';
import { placeIn } from './places.ts';

const WHEEL_ZOOM = 0.0018;
/** Browsers report a pinch on a touch pad as a wheel with the control key, in smaller steps. */
const PINCH_ZOOM = 0.012;
const PIXELS_PER_LINE = 16;

/** Turns the wheel and a pinch on a touch pad into zoom. */
export function listenToWheel(
  element: HTMLElement,
  onZoom: (factor: number, anchor: Point) => void,
  signal: AbortSignal,
): void {
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1);
      onZoom(Math.exp(-pixels * (event.ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM)), placeIn(element, event));
    },
    { passive: false, signal },
  );
}
