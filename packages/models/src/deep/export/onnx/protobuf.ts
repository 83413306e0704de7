/** Bytes in pieces, so that large arrays are copied once, at the end. */
export interface Encoded {
  readonly byteLength: number;
  readonly parts: readonly Uint8Array[];
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** A field that holds a whole number; `int32`, `int64` or an enumeration. */
export function integerField(field: number, value: number): Encoded {
  return joined([...varint(tag(field, VARINT)), ...varint(value)]);
}

/** A field that holds a float32. */
export function floatField(field: number, value: number): Encoded {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return joined([...varint(tag(field, FIXED32)), ...bytes]);
}

/** A field that holds text. */
export function textField(field: number, value: string): Encoded {
  return bytesField(field, new TextEncoder().encode(value));
}

/** A field that holds bytes. */
export function bytesField(field: number, value: Uint8Array): Encoded {
  return messageField(field, [{ byteLength: value.byteLength, parts: [value] }]);
}

/** A field that holds a message with fields of its own. */
export function messageField(field: number, fields: readonly Encoded[]): Encoded {
  const content = message(fields);
  const head = Uint8Array.from([...varint(tag(field, LENGTH_DELIMITED)), ...varint(content.byteLength)]);
  return { byteLength: head.length + content.byteLength, parts: [head, ...content.parts] };
}

/** A message of its fields. */
export function message(fields: readonly Encoded[]): Encoded {
  return {
    byteLength: fields.reduce((sum, { byteLength }) => sum + byteLength, 0),
    parts: fields.flatMap(({ parts }) => parts),
  };
}

/** The bytes in one piece. */
export function toBytes({ byteLength, parts }: Encoded): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

function joined(bytes: readonly number[]): Encoded {
  return { byteLength: bytes.length, parts: [Uint8Array.from(bytes)] };
}

function tag(field: number, wireType: number): number {
  return field * 8 + wireType;
}

/** Seven bits a byte, the lowest first; a negative number is that of 64 bits in two's complement. */
function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}
