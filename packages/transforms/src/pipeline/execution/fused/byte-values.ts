/** A value for each byte, and for each two bytes side by side: half the work of looking them up one by one. */
export interface ByteValues {
  readonly single: Float32Array;
  /** Each is the memory of two float32 values. Undefined where it would not survive being read as one number. */
  readonly pairs: Float64Array | undefined;
}

/** @param single - Values of the 256 bytes; borrowed. */
export function byteValues(single: Float32Array): ByteValues {
  if (!single.every(Number.isFinite)) return { single, pairs: undefined };
  const values = new Float32Array(2 * 256 ** 2);
  const bytes = new Uint8Array(2);
  const pair = new Uint16Array(bytes.buffer);
  for (let first = 0; first < 256; first++)
    for (let second = 0; second < 256; second++) {
      bytes.set([first, second]);
      const place = 2 * (pair[0] as number);
      values[place] = single[first] as number;
      values[place + 1] = single[second] as number;
    }
  return { single, pairs: new Float64Array(values.buffer) };
}

/** Writes the values of an image's bytes to a place in the target. @param start - First pixel there. */
export type LookUp = (start: number) => void;

/**
 * @param bytes - One image, whose memory is read anew each time.
 * @param target - Whole images of the same size.
 */
export function lookUpOf({ single, pairs }: ByteValues, bytes: Uint8Array, target: Float32Array): LookUp {
  const isEven = bytes.length % 2 === 0 && target.byteOffset % 8 === 0;
  if (pairs === undefined || !isEven)
    return (start) => {
      for (let pixel = 0; pixel < bytes.length; pixel++)
        target[start + pixel] = single[bytes[pixel] as number] as number;
    };
  const bytePairs = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  const targetPairs = new Float64Array(target.buffer, target.byteOffset, target.length / 2);
  return (start) => {
    const first = start / 2;
    for (let pair = 0; pair < bytePairs.length; pair++)
      targetPairs[first + pair] = pairs[bytePairs[pair] as number] as number;
  };
}
