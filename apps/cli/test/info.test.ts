import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { encodeIdx, writeIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const features = encodeIdx({ data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] });

describe('info of a file', () => {
  it('reads the header of a plain IDX file', async () => {
    await writeFile(work.in('features'), features);
    const { exitCode, stdout } = await runHere(['info', work.in('features'), '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      path: work.in('features'),
      gzipped: false,
      elementType: 'float32',
      shape: [2, 3],
      byteLength: features.length,
      sha256: createHash('sha256').update(features).digest('hex'),
      knownAs: null,
    });
  });

  it('reads a gzipped one, and says that it is not in blocks', async () => {
    await writeFile(work.in('features.gz'), gzipSync(features));
    const { stdout } = await runHere(['info', work.in('features.gz'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      gzipped: true,
      blocked: false,
      elementType: 'float32',
      byteLength: features.length,
      storedByteLength: gzipSync(features).length,
    });
  });

  it('says that a gzip is in blocks', async () => {
    const header = { type: 'uint8', shape: [2, 3] } as const;
    const records = [Uint8Array.of(1, 2, 3, 4, 5, 6)];
    await writeFile(work.in('blocked.gz'), writeIdx(header, records, { compression: 'blocked-gzip' }));
    const { stdout } = await runHere(['info', work.in('blocked.gz')]);
    expect(stdout).toMatch(/uint8 2 x 3\n18 bytes, gzipped in \d+, in blocks that can be read one by one\n/);
  });

  it.each([
    { name: 'picture.png', start: '89504e470d0a1a0a', says: /got PNG, in .*picture\.png/ },
    { name: 'arrays.npz', start: '504b030414000000', says: /got zip/ },
    { name: 'page.html', start: '3c21444f43545950', says: /a page that begins/ },
    { name: 'nothing.idx', start: '', says: /got 0 bytes.*empty/ },
    { name: 'twice.gz', start: '', says: /gzip/ },
  ])('says that $name is something else', async ({ name, start, says }) => {
    const content = name === 'twice.gz' ? gzipSync(gzipSync(features)) : Buffer.from(start, 'hex');
    await writeFile(work.in(name), content);
    const { exitCode, stdout, stderr } = await runHere(['info', work.in(name)]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
  });

  it('does not read what is no regular file', async () => {
    for (const path of [work.path, '/dev/zero']) {
      const { exitCode, stderr } = await runHere(['info', path]);
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/expected a file, got/);
    }
  });
});

describe('info of a dataset', () => {
  it('says what its definition and its arrays say', async () => {
    const { definition, train } = await makeDataset(work.path);
    const { stdout } = await runHere(['info', definition, '--json'], work.env);
    const { name, splits } = JSON.parse(stdout);
    const values = Array.from(train.images, (value) => value / 255);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(name).toBe('made');
    expect(splits.train).toMatchObject({ count: 13, shape: [13, 3, 5], classCounts: [5, 4, 4] });
    expect(splits.train.mean).toBeCloseTo(mean, 12);
  });

  it('says where the SHA-256 is not published', async () => {
    const { definition } = await makeDataset(work.path, { identity: 'packing' });
    const { exitCode, stdout, stderr } = await runHere(['info', definition], work.env);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^sha256 not published +train-images-idx3-ubyte$/m);
  });
});
