import { useState } from 'preact/hooks';
import { CELLS, type Place, stepFrom } from './drawing.ts';
import type { LiveStroke } from './use-live-stroke.ts';

/** Cells that an arrow key goes with Shift. */
const LEAP = 4;

const STEPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A pen that keys lead from cell to cell. */
export interface KeyPen {
  readonly place: Place;
  readonly isDown: boolean;
  onKeyDown(event: KeyboardEvent): void;
  /** Takes the pen up. */
  lift(): void;
}

export function useKeyPen(stroke: LiveStroke, onUndo: () => void): KeyPen {
  const [place, setPlace] = useState<Place>({ x: CELLS / 2 + 0.5, y: CELLS / 2 + 0.5 });
  const [isDown, setDown] = useState(false);

  function go([x, y]: readonly [x: number, y: number], length: number): void {
    const next = stepFrom(place, x * length, y * length);
    setPlace(next);
    if (isDown) stroke.draw([next]);
  }

  function lift(): void {
    if (isDown) stroke.finish();
    setDown(false);
  }

  function giveUp(): void {
    stroke.giveUp();
    setDown(false);
  }

  function lower(): void {
    stroke.draw([place]);
    setDown(true);
  }

  return {
    place,
    isDown,
    lift,
    onKeyDown(event) {
      const { key, shiftKey } = event;
      const isChord = event.ctrlKey || event.metaKey || event.altKey;
      const step = STEPS[key];
      if (step !== undefined && !isChord) go(step, shiftKey && !isDown ? LEAP : 1);
      else if ((key === ' ' || key === 'Enter') && !isChord) {
        if (isDown) lift();
        else lower();
      } else if (key === 'Escape' && isDown) giveUp();
      else if (key === 'z' && (event.ctrlKey || event.metaKey) && !isDown) onUndo();
      else return;
      event.preventDefault();
    },
  };
}
