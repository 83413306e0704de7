import { byteOrder } from './benchmarks/byte-order.ts';
import { idxGzRead } from './benchmarks/idx-gz-read.ts';
import { idxWrite } from './benchmarks/idx-write.ts';
import { randomAccess } from './benchmarks/random-access.ts';
import { warmLoad } from './benchmarks/warm-load.ts';
import type { Benchmark } from './runner/benchmark.ts';

/** All benchmarks, in the order in which `all` runs them. */
export const benchmarks: readonly Benchmark[] = [idxGzRead, warmLoad, randomAccess, byteOrder, idxWrite];
