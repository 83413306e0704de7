import { type Canvas, pixelCanvas } from '../../../augmentation/editing/canvas.ts';
import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';
import { type Box, fillBox } from '../../../augmentation/erasing/box.ts';
import { mirrorAxis, moveAxis, resetAxis, wholeAxis } from './axis.ts';
import { type ByteValues, type LookUpTarget, lookUpOf } from './byte-values.ts';
import { placePicture } from './place-picture.ts';

/** A canvas that remembers what happens to an image of bytes, and does it in one pass while it looks up their values. */
export interface DeferredCanvas extends Canvas {
  /** Goes to the image that begins at this byte. @param source - Images; borrowed until the image has been drawn. */
  goTo(source: Uint8Array, start: number): void;
  /** Writes the values of the image. @param start - Its first pixel in the target. */
  draw(target: LookUpTarget, start: number): void;
}

export function deferredCanvas(size: PictureSize, values: ByteValues): DeferredCanvas {
  const { height, width } = size;
  const [rows, columns] = [wholeAxis(height), wholeAxis(width)];
  const placed = new Uint8Array(height * width);
  const settled = new Uint8Array(height * width);
  const lookUp = lookUpOf(values, placed, size);
  const boxes: ValueBox[] = [];
  let boxCount = 0;
  let from: Uint8Array = placed;
  let start = 0;
  let fill = 0;

  function goTo(source: Uint8Array, first: number): void {
    from = source;
    start = first;
    boxCount = 0;
    resetAxis(rows);
    resetAxis(columns);
  }

  /** Does what is remembered, for what could not be remembered together with it. */
  function settle(): void {
    placePicture(from, start, rows, columns, fill, placed);
    settled.set(placed);
    const canvas = pixelCanvas(settled, size);
    if (rows.direction === -1) canvas.mirrorRows();
    if (columns.direction === -1) canvas.mirrorColumns();
    for (const box of boxes.slice(0, boxCount)) canvas.fillBox(box, box.value);
    goTo(settled, 0);
  }

  function hasGap(): boolean {
    return rows.high - rows.low < height || columns.high - columns.low < width;
  }

  return {
    goTo,
    mirrorColumns() {
      if (boxCount > 0) settle();
      mirrorAxis(columns);
    },
    mirrorRows() {
      if (boxCount > 0) settle();
      mirrorAxis(rows);
    },
    move(right, down, newFill) {
      if (boxCount > 0 || (newFill !== fill && hasGap())) settle();
      fill = newFill;
      moveAxis(columns, right);
      moveAxis(rows, down);
    },
    fillBox(box, value) {
      boxes[boxCount] = Object.assign(boxes[boxCount] ?? { ...box, value }, box, { value });
      boxCount++;
    },
    draw(target, first) {
      placePicture(from, start, rows, columns, fill, placed);
      lookUp(target, first, rows.direction === -1, columns.direction === -1);
      for (let place = 0; place < boxCount; place++) {
        const box = boxes[place] as ValueBox;
        fillBox(target.pixels, first, width, box, values.single[box.value] as number);
      }
    },
  };
}

interface ValueBox extends Box {
  value: number;
}
