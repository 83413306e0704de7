import { closestName } from '@fashion-mnist/core';

/** `; did you mean "penalty"?`, or all there are. */
export function suggestion(text: string, names: readonly string[]): string {
  const closest = closestName(text, names);
  return closest === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${closest}"?`;
}
