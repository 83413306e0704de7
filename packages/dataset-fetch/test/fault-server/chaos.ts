import { createRng, type Rng } from '@fashion-mnist/core';
import type { Behaviour, BehaviourChooser } from './behaviour.ts';

export interface ChaosOptions {
  /** Kinds of faults that never occur, for example those that cost an idle time each. @default none */
  readonly without?: readonly Behaviour['kind'][];
}

/** What a fault may depend on: chance and the size of the file. */
type Draw = (rng: Rng, fileBytes: number) => Behaviour;

const LENGTHS = ['too-small', 'too-large', 'missing', 'negative', 'duplicate'] as const;
const STATUSES = [400, 403, 404, 408, 410, 416, 425, 429, 500, 502, 503, 504] as const;
const RETRY_AFTER = ['0', '1', 'Thu, 31 Aug 2017 10:50:27 GMT', '99999999999', 'soon'] as const;

const within = (rng: Rng, fileBytes: number) => rng.nextInt(fileBytes + 1);

/** A faulty answer of each kind. */
const DRAWS: readonly Draw[] = [
  (rng, size) => ({ kind: 'cut', afterBytes: within(rng, size) }),
  (rng, size) => ({ kind: 'stall', afterBytes: within(rng, size) }),
  () => ({ kind: 'hang-before-headers' }),
  (rng) => ({ kind: 'drip', bytesPerTick: 1 + rng.nextInt(3), tickMs: 20 }),
  (rng, size) => ({ kind: 'flip-bit', offset: within(rng, Math.max(0, size - 1)) }),
  (rng, size) => ({ kind: 'truncate', toBytes: within(rng, size) }),
  (rng) => ({ kind: 'extra-bytes', count: 1 + rng.nextInt(1000) }),
  (rng) => ({ kind: 'wrong-length', variant: pick(rng, LENGTHS) }),
  () => ({ kind: 'html' }),
  () => ({ kind: 'json' }),
  (rng) => ({
    kind: 'status',
    status: pick(rng, STATUSES),
    headers: { 'retry-after': pick(rng, RETRY_AFTER) },
  }),
  (rng) => ({
    kind: 'redirect',
    to: pick(rng, ['file:///etc/passwd', 'http://192.168.0.1/', '//', 'ftp://x/']),
  }),
  () => ({ kind: 'redirect-loop' }),
  (rng) => ({ kind: 'redirect-chain', hops: 1 + rng.nextInt(20) }),
  (rng) => ({ kind: 'changed-etag', etag: `"${rng.nextUint32()}"`, ignoresIfRange: rng.nextInt(2) === 1 }),
  () => ({ kind: 'ignore-range' }),
  (rng, size) => ({ kind: 'wrong-content-range', shift: 1 + within(rng, size) }),
  (rng, size) => ({ kind: 'wrong-content-range', totalBytes: size + 1 + rng.nextInt(1000) }),
  () => ({ kind: 'content-encoding-gzip' }),
  () => ({ kind: 'no-content' }),
  (rng, size) => ({ kind: 'chunked-early-close', afterBytes: within(rng, size) }),
  () => ({ kind: 'partial-unasked' }),
];

/** Chooses a fault of a random kind with the given probability, and to serve otherwise: the same for the same seed. */
export function chaos(
  seed: number,
  faultProbability: number,
  { without = [] }: ChaosOptions = {},
): BehaviourChooser {
  const rng = createRng(seed);
  return ({ fileBytes }) => {
    if (rng.nextFloat() >= faultProbability) return { kind: 'serve' };
    for (;;) {
      const behaviour = pick(rng, DRAWS)(rng, fileBytes);
      if (!without.includes(behaviour.kind)) return behaviour;
    }
  };
}

function pick<T>(rng: Rng, choices: readonly T[]): T {
  return choices[rng.nextInt(choices.length)] as T;
}
