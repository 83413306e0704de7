import { type Canvas, pixelCanvas } from '../../../augmentation/editing/canvas.ts';
import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';
import { type Box, fillBox } from '../../../augmentation/erasing/box.ts';
import type { ValueBlock } from './value-block.ts';

/**
 * A canvas that remembers what happens to an image of bytes, and does it while it looks up their values: mirrors, then one
 * move, then boxes.
 */
export interface DeferredCanvas extends Canvas {
  /** Goes to the image that begins at this byte of the block. */
  goTo(start: number): void;
  /** Writes the values of the image to the same place of the block's result. */
  draw(): void;
}

export function deferredCanvas(size: PictureSize, block: ValueBlock): DeferredCanvas {
  const { height, width } = size;
  const { values, bytes, result, drawValues } = block;
  const settled = pixelCanvas(bytes, size);
  const boxes: ValueBox[] = [];
  let boxCount = 0;
  let start = 0;
  let areRowsMirrored = false;
  let areColumnsMirrored = false;
  let right = 0;
  let down = 0;
  let fill = 0;

  function goTo(first: number): void {
    start = first;
    boxCount = 0;
    areRowsMirrored = false;
    areColumnsMirrored = false;
    right = 0;
    down = 0;
  }

  /** Does what is remembered to the bytes, for what could not be remembered together with it. */
  function settle(): void {
    settled.goTo(start);
    if (areRowsMirrored) settled.mirrorRows();
    if (areColumnsMirrored) settled.mirrorColumns();
    settled.move(right, down, fill);
    for (const box of boxes.slice(0, boxCount)) settled.fillBox(box, box.value);
    goTo(start);
  }

  return {
    goTo,
    mirrorColumns() {
      if (boxCount > 0) settle();
      areColumnsMirrored = !areColumnsMirrored;
      right = -right;
    },
    mirrorRows() {
      if (boxCount > 0) settle();
      areRowsMirrored = !areRowsMirrored;
      down = -down;
    },
    move(newRight, newDown, newFill) {
      if (boxCount > 0 || right !== 0 || down !== 0) settle();
      right = newRight;
      down = newDown;
      fill = newFill;
    },
    fillBox(box, value) {
      boxes[boxCount] = Object.assign(boxes[boxCount] ?? { ...box, value }, box, { value });
      boxCount++;
    },
    draw() {
      const around = values[fill] as number;
      drawValues(start, height, width, areRowsMirrored, areColumnsMirrored, right, down, around);
      for (let place = 0; place < boxCount; place++) {
        const box = boxes[place] as ValueBox;
        fillBox(result, start, width, box, values[box.value] as number);
      }
    },
  };
}

interface ValueBox extends Box {
  value: number;
}
