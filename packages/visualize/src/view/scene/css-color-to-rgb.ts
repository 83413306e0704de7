/** Channels, 0..255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The colour that a browser draws for any CSS colour; reading it back takes time, so `#rrggbb` is read by itself. */
export function cssColorToRgb(color: string): Rgb {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (hex !== null) return [channel(hex[1]), channel(hex[2]), channel(hex[3])];
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return [128, 128, 128];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function channel(digits: string | undefined): number {
  return Number.parseInt(digits ?? '0', 16);
}

export function rgbToCss([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}
