import type { Contender } from './benchmark.ts';

const MS_AND_BYTES_TO_GB_PER_S = 1e-6;

/** The same contender, its milliseconds turned into GB/s. @param byteLength - What one measurement works through. */
export function throughput<C extends object>(contender: C, byteLength: number): C {
  if (!isContender(contender)) return contender;
  const measure = async () => (byteLength / (await contender.measure())) * MS_AND_BYTES_TO_GB_PER_S;
  return { ...contender, measure };
}

function isContender(contender: object): contender is Contender {
  return 'measure' in contender;
}
