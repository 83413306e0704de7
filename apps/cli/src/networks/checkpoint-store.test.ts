import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCheckpoint } from './checkpoint-store.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fashion-mnist-checkpoint-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = Uint8Array.of(1, 2, 3);

describe('openCheckpoint', () => {
  it('keeps nothing where neither a checkpoint nor an output is named', async () => {
    expect(await openCheckpoint({})).toBeUndefined();
    await expect(openCheckpoint({ resume: true })).rejects.toThrow('expected --checkpoint or --out');
  });

  it('stands beside the output, is written over, goes on from there, and goes away', async () => {
    const out = join(folder, 'network');
    const store = await openCheckpoint({ out });
    expect([store?.path, store?.isKept]).toEqual([`${out}.checkpoint`, false]);
    await store?.checkpoint.save(Uint8Array.of(9));
    await store?.checkpoint.save(bytes);
    expect(store?.isKept).toBe(true);
    expect(await readdir(folder)).toEqual(['network.checkpoint']);
    const next = await openCheckpoint({ out, resume: true });
    expect([...(next?.checkpoint.resumeFrom ?? [])]).toEqual([...bytes]);
    await next?.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not written over unless that is wanted', async () => {
    const checkpoint = join(folder, 'one');
    await writeFile(checkpoint, bytes);
    await expect(openCheckpoint({ checkpoint })).rejects.toThrow(
      'one exists: pass --resume to go on from it, or --force to begin anew',
    );
    expect((await openCheckpoint({ checkpoint, force: true }))?.checkpoint.resumeFrom).toBeUndefined();
  });

  it('must be there to go on from', async () => {
    const checkpoint = join(folder, 'none');
    await expect(openCheckpoint({ checkpoint, resume: true })).rejects.toThrow(
      /there is no checkpoint .*none/,
    );
  });
});
