import type { GrayPicture } from '@fashion-mnist/visualize';

const SHADES = ' .:-=+*#%@';

/** A grey picture as lines of text: half blocks in 24-bit grey on a colour terminal, letters elsewhere. */
export function drawPicture({ data, shape }: GrayPicture, useColor: boolean): string[] {
  const [height = 0, width = 0] = shape;
  const pixel = (row: number, column: number) => (row < height ? (data[row * width + column] ?? 0) : 0);
  const lines: string[] = [];
  for (let row = 0; row < height; row += 2) {
    let line = '';
    for (let column = 0; column < width; column++) {
      const upper = pixel(row, column);
      const lower = pixel(row + 1, column);
      line += useColor
        ? halfBlock(upper, lower)
        : SHADES[Math.floor((((upper + lower) / 2) * SHADES.length) / 256)];
    }
    lines.push(useColor ? `${line}\u001B[0m` : line.trimEnd());
  }
  return lines;
}

function halfBlock(upper: number, lower: number): string {
  return `\u001B[38;2;${upper};${upper};${upper};48;2;${lower};${lower};${lower}m▀`;
}
