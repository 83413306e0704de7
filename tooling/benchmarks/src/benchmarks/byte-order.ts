import { encodeIdx, parseIdx } from '@fashion-mnist/idx-format';
import { FLOAT_WAYS, type Floats, type FloatType } from '../data/float-ways.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark, Cleanup, Comparison } from '../runner/benchmark.ts';
import { throughput } from '../runner/throughput.ts';
import { timed } from '../runner/timed.ts';

const TOTAL_BYTES = 2 ** 25;
const SMALL_BYTES = 2 ** 16;
const HEADER_BYTES = 8;
const OURS = 'parseIdx';

/**
 * IDX is big-endian, today's machines are not. One large array pays for memory that the process never used before,
 * many small ones use the same memory again: the difference is the system's, not the conversion's.
 */
export const byteOrder: Benchmark = {
  name: 'byte-order',
  question: 'How fast do 32 MiB of big-endian floats become native ones?',
  prepare: (cleanup) =>
    Promise.all([
      comparisonOf('float32', TOTAL_BYTES, cleanup),
      comparisonOf('float64', TOTAL_BYTES, cleanup),
      comparisonOf('float32', SMALL_BYTES, cleanup),
      comparisonOf('float64', SMALL_BYTES, cleanup),
    ]),
};

async function comparisonOf(type: FloatType, byteLength: number, cleanup: Cleanup): Promise<Comparison> {
  const { numpyType, ascending, readByDataView, swapCopy } = FLOAT_WAYS[type];
  const data = ascending(byteLength);
  const file = encodeIdx({ data, shape: [data.length] });
  const payload = file.subarray(HEADER_BYTES);
  const count = TOTAL_BYTES / byteLength;
  const converting = (name: string, convert: () => Floats) =>
    timed(name, () => repeat(convert, count), requireSameLast(data));
  const numpy = (way: string) =>
    pythonPeer(way, 'byte_order.py', [numpyType, way, String(byteLength), String(count)], cleanup);
  const contenders = [
    converting(OURS, () => parseIdx(file).data as Floats),
    converting('loop over a DataView', () => readByDataView(payload)),
    converting('Buffer.swap of a copy', () => swapCopy(payload)),
    timed('a copy, nothing swapped', () => repeat(() => payload.slice(), count)),
    await numpy('astype'),
    await numpy('byteswap'),
  ];
  return {
    title: `${type}, ${count} x ${byteLength / 1024} KiB`,
    unit: 'GB/s',
    contenders: contenders.map((contender) => throughput(contender, TOTAL_BYTES)),
    targets: [{ of: OURS, bound: { atLeast: 2 } }],
  };
}

function repeat<Result>(work: () => Result, count: number): Result {
  let result = work();
  for (let i = 1; i < count; i++) result = work();
  return result;
}

function requireSameLast(expected: Floats): (got: Floats) => void {
  return (got) => {
    if (got.at(-1) === expected.at(-1) && got.length === expected.length) return;
    throw new Error(`expected ${expected.length} floats up to ${expected.at(-1)}, got ${got.at(-1)}`);
  };
}
