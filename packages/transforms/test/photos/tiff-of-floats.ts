const SHORT = 3;
const LONG = 4;
const IEEE_FLOAT = 3;
const MIN_IS_BLACK = 1;
const PIXELS_AT = 8;

/** A grey TIFF of one row whose pixels are float32. */
export function tiffOfFloats(pixels: readonly number[]): Buffer {
  const byteLength = pixels.length * 4;
  const fields: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, SHORT, pixels.length],
    [257, SHORT, 1],
    [258, SHORT, 32],
    [259, SHORT, 1],
    [262, SHORT, MIN_IS_BLACK],
    [273, LONG, PIXELS_AT],
    [277, SHORT, 1],
    [278, SHORT, 1],
    [279, LONG, byteLength],
    [339, SHORT, IEEE_FLOAT],
  ];
  const directory = PIXELS_AT + byteLength;
  const file = Buffer.alloc(directory + 2 + fields.length * 12 + 4);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(directory, 4);
  pixels.forEach((pixel, i) => void file.writeFloatLE(pixel, PIXELS_AT + i * 4));
  file.writeUInt16LE(fields.length, directory);
  fields.forEach(([tag, type, value], i) => {
    const at = directory + 2 + i * 12;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(1, at + 4);
    file.writeUInt32LE(value, at + 8);
  });
  return file;
}
