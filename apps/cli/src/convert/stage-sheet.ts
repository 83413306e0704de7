import { IMAGE_SIDE, type Raster } from '@fashion-mnist/transforms';
import sharp from 'sharp';

/** Large enough to see each of 28 x 28 pixels. */
const CELL: number = IMAGE_SIDE * 8;
const GAP = 8;
/** Tells both a white and a black edge of a picture. */
const BACKDROP = 0x80;
const CHANNELS = 3;
const WORD_TO_BYTE = 257;

/** Pictures of any size beside each other in squares of one size, as a PNG file. */
export async function stageSheet(rasters: readonly Raster[]): Promise<Buffer> {
  const width = rasters.length * (CELL + GAP) + GAP;
  const height = CELL + 2 * GAP;
  const sheet = new Uint8Array(width * height * CHANNELS).fill(BACKDROP);
  for (const [index, raster] of rasters.entries())
    drawFitted(raster, (x, y, color, value) => {
      const [column, row] = [GAP + index * (CELL + GAP) + x, GAP + y];
      sheet[(row * width + column) * CHANNELS + color] = value;
    });
  return sharp(sheet, { raw: { width, height, channels: CHANNELS } })
    .png()
    .toBuffer();
}

/** Gives each pixel of a picture that is enlarged or made smaller to a square, in its middle, without smoothing. */
function drawFitted(
  { data, width, height, channels }: Raster,
  draw: (x: number, y: number, color: number, value: number) => void,
): void {
  const scale = CELL / Math.max(width, height);
  const columns = fittedFrom(width, scale);
  const rows = fittedFrom(height, scale);
  const left = (CELL - columns.length) >> 1;
  const top = (CELL - rows.length) >> 1;
  const unit = data instanceof Uint16Array ? WORD_TO_BYTE : 1;
  for (const [y, row] of rows.entries())
    for (const [x, column] of columns.entries())
      for (let color = 0; color < CHANNELS; color++) {
        const at = (row * width + column) * channels + (channels === 1 ? 0 : color);
        draw(left + x, top + y, color, Math.round((data[at] as number) / unit));
      }
}

/** For each row or column that is drawn the one of the picture. */
function fittedFrom(size: number, scale: number): readonly number[] {
  const drawn = Math.max(1, Math.round(size * scale));
  return Array.from({ length: drawn }, (_, place) => Math.floor(((place + 0.5) * size) / drawn));
}
