/**
 * Pixels as they look in front of white, without their last channel, which says how opaque they are; rounded to
 * nearest.
 *
 * @param data - `channels` numbers a pixel, not multiplied by the last one; borrowed.
 */
export function flattenOnWhite<T extends Uint8Array | Uint16Array>(data: T, channels: number): T {
  const most = data instanceof Uint8Array ? 255 : 65_535;
  const colors = channels - 1;
  const pixelCount = data.length / channels;
  const flat = (
    data instanceof Uint8Array ? new Uint8Array(pixelCount * colors) : new Uint16Array(pixelCount * colors)
  ) as T;
  for (let pixel = 0; pixel < pixelCount; pixel++) {
    const from = pixel * channels;
    const alpha = data[from + colors] as number;
    const white = most * (most - alpha);
    for (let color = 0; color < colors; color++)
      flat[pixel * colors + color] = Math.round(((data[from + color] as number) * alpha + white) / most);
  }
  return flat;
}
