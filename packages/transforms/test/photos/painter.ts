/** Red, green and blue, `0..1` each. */
export type Color = readonly [number, number, number];

/** The colour of a picture at a point, both `0..1` from the top left. */
export type Painter = (x: number, y: number) => Color;

export const WHITE: Color = [1, 1, 1];

/** A colour between two others. */
export function blend(from: Color, to: Color, share: number): Color {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** A colour with the same added to red, green and blue. */
export function lighten([red, green, blue]: Color, amount: number): Color {
  return [red + amount, green + amount, blue + amount];
}
