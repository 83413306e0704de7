import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Place, Sketch, Stroke } from './drawing.ts';
import { paintStrokes } from './paint-sketch.ts';

/** A stroke that is being drawn. */
export interface LiveStroke {
  /** Whether the pen is down. */
  isDown(): boolean;
  /** Puts the pen down, or goes on. */
  draw(places: readonly Place[]): void;
  /** Takes the pen up. */
  finish(): void;
  giveUp(): void;
}

/** Keeps a canvas painted with a sketch and the stroke that is being drawn on it. */
export function useLiveStroke(
  canvas: RefObject<HTMLCanvasElement | null>,
  sketch: Sketch,
  pen: Omit<Stroke, 'places'>,
  onStroke: (stroke: Stroke) => void,
): LiveStroke {
  const drawn = useRef<readonly Place[] | undefined>(undefined);
  function paint(): void {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const live = drawn.current === undefined ? [] : [{ ...pen, places: drawn.current }];
    paintStrokes(context, [...sketch.strokes, ...live]);
  }
  useEffect(paint, [sketch, pen]);
  return {
    isDown: () => drawn.current !== undefined,
    draw: (places) => {
      drawn.current = [...(drawn.current ?? []), ...places];
      paint();
    },
    finish: () => {
      const places = drawn.current;
      drawn.current = undefined;
      if (places !== undefined) onStroke({ ...pen, places });
    },
    giveUp: () => {
      drawn.current = undefined;
      paint();
    },
  };
}
