/** The fields of a message of protobuf that hold bytes: by their numbers, in their order; others are passed over. */
export function readFields(message: Uint8Array): ReadonlyMap<number, readonly Uint8Array[]> {
  const fields = new Map<number, Uint8Array[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const size = varint();
    if (tag % 8 !== 2) continue;
    const field = Math.floor(tag / 8);
    fields.set(field, [...(fields.get(field) ?? []), message.subarray(at, at + size)]);
    at += size;
  }
  return fields;
}
