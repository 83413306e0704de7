const RADIANS = Math.PI / 180;

/**
 * The sine of an angle in degrees, exact at multiples of 90. In plain arithmetic, as `Math.sin` differs in its last bit from
 * browser to browser, and with it a pixel could.
 */
export function sine(degrees: number): number {
  return sineOf(degrees, 0);
}

/** The cosine of an angle in degrees, see `sine`. */
export function cosine(degrees: number): number {
  return sineOf(degrees, 1);
}

/** The tangent of an angle in degrees, see `sine`. */
export function tangent(degrees: number): number {
  return sine(degrees) / cosine(degrees);
}

/** The sine of an angle and a number of quarter turns. */
function sineOf(degrees: number, turns: number): number {
  const angle = degrees % 360;
  const nearest = Math.round(angle / 90);
  const rest = (angle - 90 * nearest) * RADIANS;
  const quarter = (nearest + turns) & 3;
  const value = (quarter & 1) === 0 ? sineSeries(rest) : cosineSeries(rest);
  return quarter < 2 ? value : 0 - value;
}

/** Power series, whose next term would be lost at 45 degrees; divisors are factorials, term by term. */
function sineSeries(x: number): number {
  const s = x * x;
  const tail = 1 - (s / 110) * (1 - (s / 156) * (1 - s / 210));
  return x * (1 - (s / 6) * (1 - (s / 20) * (1 - (s / 42) * (1 - (s / 72) * tail))));
}

function cosineSeries(x: number): number {
  const s = x * x;
  const tail = 1 - (s / 90) * (1 - (s / 132) * (1 - (s / 182) * (1 - s / 240)));
  return 1 - (s / 2) * (1 - (s / 12) * (1 - (s / 30) * (1 - (s / 56) * tail)));
}
