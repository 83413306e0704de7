import type { Point } from '../geometry.ts';

/** A drag begins when the pointer has moved so far, in CSS pixels; fingers are less steady. */
const MOUSE_REACH = 4;
const TOUCH_REACH = 9;

/** Where an event happened, in CSS pixels from the top left corner of an element's padding box. */
export function placeIn(element: HTMLElement, event: MouseEvent): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left - element.clientLeft, y: event.clientY - top - element.clientTop };
}

export function tapReach(event: PointerEvent): number {
  return event.pointerType === 'mouse' ? MOUSE_REACH : TOUCH_REACH;
}

export function middleOf(places: readonly Point[]): Point {
  const sum = places.reduce((total, place) => ({ x: total.x + place.x, y: total.y + place.y }));
  return { x: sum.x / places.length, y: sum.y / places.length };
}

/** Distance between the first two fingers, 0 for a single one. */
export function spreadOf([first, second]: readonly Point[]): number {
  return first === undefined || second === undefined ? 0 : Math.hypot(first.x - second.x, first.y - second.y);
}
