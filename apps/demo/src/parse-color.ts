export type Rgb = readonly [red: number, green: number, blue: number];

/** The channels, 0..255, of `#rrggbb` or of the `rgb(r, g, b)` that computed styles hold. */
export function parseColor(color: string): Rgb {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (hex) return [channel(hex[1], 16), channel(hex[2], 16), channel(hex[3], 16)];
  const [red, green, blue] = color.match(/\d+/g) ?? [];
  return [channel(red, 10), channel(green, 10), channel(blue, 10)];
}

function channel(digits: string | undefined, radix: number): number {
  return Number.parseInt(digits ?? '0', radix);
}
