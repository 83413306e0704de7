/** Cells along each side of the board: as many as an image has pixels. */
export const CELLS = 28;

/** `shape` fills what its outline goes around. */
const TOOLS = ['brush', 'shape', 'eraser'] as const;
export type Tool = (typeof TOOLS)[number];

/** A place on the board, in cells from its top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is drawn between putting the pen down and taking it up. */
export interface Stroke {
  readonly tool: Tool;
  /** A grey, `0..255`; the eraser has the paper's. */
  readonly tone: number;
  /** Of the pen, in cells. */
  readonly width: number;
  readonly places: readonly Place[];
}

/** What is on the board. */
export interface Sketch {
  /** Tells one garment from the next: a board that was cleared begins another. */
  readonly number: number;
  readonly strokes: readonly Stroke[];
}

/** A sketch and those before it, for undoing. */
export interface Drawing {
  readonly sketch: Sketch;
  readonly past: readonly Sketch[];
}

export const EMPTY_DRAWING: Drawing = { sketch: { number: 0, strokes: [] }, past: [] };

export function addStroke({ sketch, past }: Drawing, stroke: Stroke): Drawing {
  return { sketch: { ...sketch, strokes: [...sketch.strokes, stroke] }, past: [...past, sketch] };
}

/** An empty board for another garment. Undoing goes back to the one before. */
export function clearBoard(drawing: Drawing): Drawing {
  const { sketch, past } = drawing;
  if (sketch.strokes.length === 0) return drawing;
  const numbers = [sketch, ...past].map(({ number }) => number);
  return { sketch: { number: Math.max(...numbers) + 1, strokes: [] }, past: [...past, sketch] };
}

export function undo(drawing: Drawing): Drawing {
  const sketch = drawing.past.at(-1);
  return sketch === undefined ? drawing : { sketch, past: drawing.past.slice(0, -1) };
}

/** The place one step from another, on the board. */
export function stepFrom(place: Place, x: number, y: number): Place {
  const within = (at: number) => Math.min(CELLS - 0.5, Math.max(0.5, at));
  return { x: within(place.x + x), y: within(place.y + y) };
}
