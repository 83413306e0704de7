import { IdxFormatError, openIdx, readIdx } from '@fashion-mnist/idx-format';
import fc from 'fast-check';
import { gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { BGZIP_LABELS } from './bgzip-files.ts';
import { cut, sample } from './samples.ts';

/** Bytes that begin like a file, of either kind, often enough to come far. */
const files = fc
  .tuple(
    fc.constantFrom<Iterable<number>>(
      [],
      [0, 0],
      [0, 0, 8, 1],
      [0, 0, 0x0b, 2, 0, 0, 0],
      [0x1f, 0x8b, 8],
      gzip(sample('int16', [2, 3]).file),
      BGZIP_LABELS.file.subarray(0, 30),
    ),
    fc.uint8Array({ maxLength: 40 }),
  )
  .map(([start, rest]) => Uint8Array.of(...start, ...rest));

const changes = fc.record({
  at: fc.nat(BGZIP_LABELS.file.length - 1),
  mask: fc.integer({ min: 1, max: 255 }),
  index: fc.constantFrom(0, 40_000, BGZIP_LABELS.count - 1),
});

/** What came, or undefined for an error that is ours. Any other error is a fault of the test's subject. */
async function orRefused<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof IdxFormatError) return undefined;
    throw error;
  }
}

async function byteCount(source: Parameters<typeof readIdx>[0]): Promise<number> {
  let count = 0;
  for await (const { data } of readIdx(source)) count += data.byteLength;
  return count;
}

describe('bytes of any kind', () => {
  it('are read or refused by readIdx with an error of its own, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 50 }), async (file, chunkBytes) => {
        const whole = await orRefused(byteCount([file]));
        expect(await orRefused(byteCount(cut(file, chunkBytes)))).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('are opened or refused by openIdx with an error of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.option(fc.uint8Array({ maxLength: 40 }), { nil: undefined }),
        async (file, index) => {
          await orRefused(openIdx(file, index === undefined ? {} : { index }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never become other labels when a blocked gzip is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.boolean(), async ({ at, mask, index }, hasIndex) => {
        const file = BGZIP_LABELS.file.slice();
        file.set([(file[at] ?? 0) ^ mask], at);
        const label = await orRefused(
          openIdx(file, hasIndex ? { index: BGZIP_LABELS.index } : {}).then((open) => open.read(index)),
        );
        expect([undefined, BGZIP_LABELS.labelAt(index)]).toContain(label?.data[0]);
      }),
      { numRuns: 300 },
    );
  });
});
