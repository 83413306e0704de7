import { describe, expect, it } from 'vitest';
import { addStroke, clearBoard, EMPTY_DRAWING, type Stroke, stepFrom, undo } from './drawing.ts';

const stroke = (x: number): Stroke => ({ tool: 'brush', tone: 0, width: 2, places: [{ x, y: 1 }] });

describe('a drawing', () => {
  it('takes strokes back one by one', () => {
    const one = addStroke(EMPTY_DRAWING, stroke(1));
    const two = addStroke(one, stroke(2));
    expect(two.sketch.strokes).toEqual([stroke(1), stroke(2)]);
    expect(undo(two).sketch).toEqual(one.sketch);
    expect(undo(undo(undo(two))).sketch).toEqual(EMPTY_DRAWING.sketch);
  });

  it('begins another garment when it is cleared, and goes back to the first', () => {
    const first = addStroke(EMPTY_DRAWING, stroke(1));
    const cleared = clearBoard(first);
    expect(cleared.sketch).toEqual({ number: 1, strokes: [] });
    expect(undo(cleared).sketch).toEqual(first.sketch);
  });

  it('gives each garment a number of its own', () => {
    const second = addStroke(clearBoard(addStroke(EMPTY_DRAWING, stroke(1))), stroke(2));
    expect(clearBoard(second).sketch.number).toBe(2);
  });

  it('has nothing to clear on an empty board', () => {
    expect(clearBoard(EMPTY_DRAWING)).toBe(EMPTY_DRAWING);
  });
});

describe('stepFrom', () => {
  it('goes from the middle of a cell to the middle of the next', () => {
    expect(stepFrom({ x: 3.5, y: 4.5 }, 1, -1)).toEqual({ x: 4.5, y: 3.5 });
  });

  it('stays on the board', () => {
    expect(stepFrom({ x: 0.5, y: 27.5 }, -4, 4)).toEqual({ x: 0.5, y: 27.5 });
  });
});
