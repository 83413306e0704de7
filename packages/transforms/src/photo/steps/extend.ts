import { type ColorText, parseHexColor } from '../hex-color.ts';
import { QUANTUM_RANGE, type QuantumRaster } from '../quantum.ts';

/** A square picture with another one in its middle; where a row or column is odd, it is at the top or left. */
export function extend(raster: QuantumRaster, side: number, color: ColorText): QuantumRaster {
  const fill = parseHexColor(color).map((byte) => (byte * QUANTUM_RANGE) / 255);
  const isGreyFill = fill.every((value) => value === fill[0]);
  const { data, width, height, channels } =
    raster.channels === 1 && !isGreyFill ? withColors(raster) : raster;
  const left = (side >> 1) - (width >> 1);
  const top = (side >> 1) - (height >> 1);
  const extended = Uint16Array.from(
    { length: side * side * channels },
    (_, index) => fill[index % channels] as number,
  );
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width * channels, (y + 1) * width * channels);
    extended.set(row, ((top + y) * side + left) * channels);
  }
  return { data: extended, width: side, height: side, channels };
}

function withColors({ data, width, height }: QuantumRaster): QuantumRaster {
  const colors = Uint16Array.from(
    { length: data.length * 3 },
    (_, index) => data[Math.floor(index / 3)] as number,
  );
  return { data: colors, width, height, channels: 3 };
}
