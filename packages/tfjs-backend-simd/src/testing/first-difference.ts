/** The first byte that differs, undefined where all are the same. */
export function firstDifference(a: Float32Array, b: Float32Array): number | undefined {
  const [left, right] = [a, b].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  if (left?.length !== right?.length) return 0;
  const index = left?.findIndex((byte, place) => byte !== right?.[place]);
  return index === -1 ? undefined : index;
}
