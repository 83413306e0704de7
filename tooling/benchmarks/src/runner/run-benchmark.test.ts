import { describe, expect, it } from 'vitest';
import type { Benchmark, Cleanup, Extent } from './benchmark.ts';
import { runBenchmark } from './run-benchmark.ts';

const benchmark = (part: Partial<Benchmark>): Benchmark => ({
  name: 'read',
  question: 'How long?',
  prepare: async () => [],
  ...part,
});

describe('runBenchmark', () => {
  it.each([
    [{}, {}, 7],
    [{ rounds: 3 }, {}, 3],
    [{ rounds: 3 }, { rounds: 5 }, 5],
  ])('measures as often as the user says, or as the benchmark does: %j, %j', async (own, asked, rounds) => {
    expect(await runBenchmark(benchmark(own), { warmUpMs: 0, ...asked })).toMatchObject({ rounds });
  });

  it('hands on how many images the user wants', async () => {
    let got: Extent = {};
    const prepare = async (_cleanup: Cleanup, extent: Extent) => {
      got = extent;
      return [];
    };
    await runBenchmark(benchmark({ prepare }), { warmUpMs: 0, imageCount: 1000 });
    expect(got).toEqual({ imageCount: 1000 });
  });

  it('clears up in reverse order, also when a contender fails', async () => {
    const cleared: string[] = [];
    const prepare = async ({ defer }: Cleanup) => {
      defer(() => void cleared.push('first'));
      defer(() => void cleared.push('second'));
      const measure = () => Promise.reject(new Error('broken'));
      return [{ title: 't', unit: 'ms', contenders: [{ name: 'a', measure }] } as const];
    };
    await expect(runBenchmark(benchmark({ prepare }), { warmUpMs: 0 })).rejects.toThrow('broken');
    expect(cleared).toEqual(['second', 'first']);
  });
});
