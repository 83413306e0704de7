import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { useWorkFolder } from '../../test/work-folder.ts';
import type { ExportFile } from './export-file.ts';
import { writeFiles } from './write-files.ts';

const work = useWorkFolder();
const never = new AbortController().signal;
const settings = { concurrency: 4, flush: false, signal: never };

const file = (path: string, ...chunks: string[]): ExportFile => ({
  path,
  content: chunks.map((chunk) => new TextEncoder().encode(chunk)),
});

describe('writeFiles', () => {
  it('writes chunks of files in folders, and says size and SHA-256 in the order of paths', async () => {
    const written = await writeFiles([file('b/c', 'one', 'two'), file('a')], work.path, settings);
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(written).toEqual([
      { path: 'a', byteLength: 0, sha256: sha256('') },
      { path: 'b/c', byteLength: 6, sha256: sha256('onetwo') },
    ]);
    expect(await readFile(work.in('b', 'c'), 'utf8')).toBe('onetwo');
  });

  it('makes content as late as it is needed, no more files at a time than asked for', async () => {
    let open = 0;
    let most = 0;
    async function* content() {
      most = Math.max(most, ++open);
      await sleep(1);
      yield new Uint8Array(1);
      open--;
    }
    const files = Array.from({ length: 30 }, (_, index) => ({ path: `${index}`, content: content() }));
    await writeFiles(files, work.path, settings);
    expect(most).toBe(4);
  });

  it('fails with the first failure, and nothing is written afterwards', async () => {
    function* failing(): Generator<Uint8Array> {
      yield new Uint8Array(1);
      throw new Error('no more');
    }
    async function* endless() {
      for (;;) {
        await sleep(1);
        yield new Uint8Array(1);
      }
    }
    const files = [
      { path: 'endless', content: endless() },
      { path: 'failing', content: failing() },
    ];
    await expect(writeFiles(files, work.path, settings)).rejects.toThrow('no more');
    const size = (await readFile(work.in('endless'))).length;
    await sleep(20);
    expect((await readFile(work.in('endless'))).length).toBe(size);
  });

  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    async function* endless() {
      for (;;) {
        await sleep(1);
        yield new Uint8Array(1);
      }
    }
    const writing = writeFiles([{ path: 'endless', content: endless() }], work.path, {
      ...settings,
      signal: controller.signal,
    });
    await sleep(10);
    controller.abort(new Error('enough'));
    await expect(writing).rejects.toThrow('enough');
  });
});
