import type { Draw } from './create-draw.ts';

const MOST_CHANGES = 3;
const HEADER_BYTES = 24;
const LONGEST_TAIL = 40;
/** Numbers at which sizes overflow, turn negative or vanish. */
const INTERESTING = [
  0, 1, 2, 3, 4, 7, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x1000000, 0x7fffffff,
  0x80000000, 0xfffffffe, 0xffffffff,
];

type Mutation = (bytes: Uint8Array, draw: Draw, corpus: readonly Uint8Array[]) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  function flipBit(bytes, draw) {
    const at = draw(bytes.length || 1);
    if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8));
    return bytes;
  },
  function setByte(bytes, draw) {
    const at = draw(Math.min(bytes.length, HEADER_BYTES) || 1);
    if (at < bytes.length) bytes[at] = draw(256);
    return bytes;
  },
  function setSize(bytes, draw) {
    const at = 4 * draw(HEADER_BYTES / 4);
    if (at + 4 > bytes.length) return bytes;
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, INTERESTING[draw(INTERESTING.length)] ?? 0);
    return bytes;
  },
  function cutEnd(bytes, draw) {
    return bytes.subarray(0, draw(bytes.length + 1));
  },
  function cutStart(bytes, draw) {
    return bytes.subarray(draw(Math.min(bytes.length, 8) + 1));
  },
  function addTail(bytes, draw) {
    const longer = new Uint8Array(bytes.length + 1 + draw(LONGEST_TAIL));
    longer.set(bytes);
    for (let at = bytes.length; at < longer.length; at++) longer[at] = draw(2) * draw(256);
    return longer;
  },
  function splice(bytes, draw, corpus) {
    const other = corpus[draw(corpus.length)] ?? bytes;
    const head = bytes.subarray(0, draw(bytes.length + 1));
    const tail = other.subarray(draw(other.length + 1));
    const joined = new Uint8Array(head.length + tail.length);
    joined.set(head);
    joined.set(tail, head.length);
    return joined;
  },
];

/** A copy of one of the files with one to three changes. */
export function mutateBytes(corpus: readonly Uint8Array[], draw: Draw): Uint8Array {
  let bytes = Uint8Array.from(corpus[draw(corpus.length)] ?? []);
  for (let changes = 1 + draw(MOST_CHANGES); changes > 0; changes--) {
    bytes = Uint8Array.from(MUTATIONS[draw(MUTATIONS.length)]?.(bytes, draw, corpus) ?? bytes);
  }
  return bytes;
}
