import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { makePhotos } from './made-photos.ts';
import { startCommand } from './run-command.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const photo = (...names: string[]) => work.in('photos', ...names);
const out = () => work.in('my-data');
const convert = (...args: string[]) => runHere(['convert', ...args], work.env);

interface Report {
  readonly photos: readonly { readonly index: number; readonly path: string; readonly stages?: string }[];
  readonly failed: readonly { readonly path: string }[];
  readonly passedOver: readonly { readonly path: string; readonly reason: string }[];
}
const report = async (folder: string) =>
  JSON.parse(await readFile(work.in(folder, 'report.json'), 'utf8')) as Report;
const pathsOf = (entries: readonly { readonly path: string }[]) => entries.map(({ path }) => path);

beforeEach(async () => {
  await mkdir(photo());
  await makePhotos([photo('a.jpg'), photo('b.png')]);
});

describe('convert into the folder of the photos', () => {
  it('never replaces a folder stages that no conversion has made', async () => {
    await mkdir(photo('stages'));
    await makePhotos([photo('stages', 'y.png')]);
    for (const input of [photo('a.jpg'), photo()]) {
      const { exitCode, stderr } = await convert(input, '--out', photo(), '--stages', '--force');
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/stages[/\\]y\.png is (of no earlier conversion|to be read)/);
    }
    expect(await work.list('photos')).toEqual(['a.jpg', 'b.png', 'stages', 'stages/y.png']);
    expect((await convert(photo('a.jpg'), '--out', photo())).exitCode).toBe(0);
    expect(await work.list('photos', 'stages')).toEqual(['y.png']);
  });

  it('replaces its own pictures of steps, but not with something of the user among them', async () => {
    const again = () => convert(photo(), '--out', photo(), '--stages', '--force');
    expect((await again()).exitCode).toBe(0);
    expect((await again()).exitCode).toBe(0);
    const { photos, passedOver } = await report('photos');
    expect(pathsOf(photos)).toEqual([photo('a.jpg'), photo('b.png')]);
    expect(passedOver).toContainEqual({
      path: photo('stages', '0-a.png'),
      reason: 'of an earlier conversion',
    });
    await writeFile(photo('stages', 'mine.txt'), '');
    const { exitCode, stderr } = await again();
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${photo('stages', 'mine.txt')} is of no earlier conversion: move it away`);
    expect(await work.list('photos', 'stages')).toEqual(['0-a.png', '1-b.png', 'mine.txt']);
  });

  it('does not replace what it reads', async () => {
    await convert(photo('a.jpg'), '--out', out(), '--stages');
    await symlink(work.in('my-data', 'stages', '0-a.png'), photo('link.png'));
    for (const input of [work.in('my-data', 'stages', '0-a.png'), photo('link.png')]) {
      const { exitCode, stderr } = await convert(input, '--out', out(), '--stages', '--force');
      expect(exitCode).toBe(1);
      expect(stderr).toContain(
        `${input} is to be read, and ${work.in('my-data', 'stages')} would be replaced`,
      );
    }
    expect(await work.list('my-data', 'stages')).toEqual(['0-a.png']);
  });

  it('replaces no file that no conversion has written', async () => {
    for (const name of ['report.json', 'images-idx3-ubyte.gz', 'dataset.json']) {
      const folder = work.in(`with-${name}`);
      await mkdir(folder);
      await writeFile(join(folder, name), '{"photos":[]}');
      const { exitCode, stderr } = await convert(photo(), '--out', folder, '--force');
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`${join(folder, name)} is of no earlier conversion: move it away`);
      expect(await readFile(join(folder, name), 'utf8')).toBe('{"photos":[]}');
    }
  });

  it('names what is of another conversion first', async () => {
    await convert(photo('a.jpg'), '--out', out(), '--stages');
    const { stderr } = await convert(photo('a.jpg'), '--out', out());
    expect(stderr).toContain(`${work.in('my-data', 'stages')} is of another conversion: remove it`);
    await writeFile(work.in('my-data', 'stages', 'mine.txt'), '');
    const { stderr: other } = await convert(photo('a.jpg'), '--out', out());
    expect(other).toContain(
      `${work.in('my-data', 'stages', 'mine.txt')} is of no earlier conversion: move it`,
    );
  });
});

describe('convert, of files and folders', () => {
  it('takes a photo once, however often it is named', async () => {
    await symlink(photo('b.png'), photo('c.png'));
    await convert(photo('b.png'), photo(), photo('.', 'b.png'), '--out', out());
    const { photos, passedOver } = await report('my-data');
    expect(pathsOf(photos)).toEqual([photo('b.png'), photo('a.jpg')]);
    expect(passedOver).toEqual(
      [photo('b.png'), photo('c.png'), photo('b.png')].map((path) => ({ path, reason: 'given already' })),
    );
  });

  it.skipIf(process.getuid?.() === 0)(
    'goes on after a folder that it may not read, and names it',
    async () => {
      await mkdir(photo('locked'), { mode: 0 });
      const { exitCode, stderr } = await convert(photo(), '--out', out());
      await chmod(photo('locked'), 0o700);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/photos[/\\]locked: the folder cannot be read: EACCES/);
      expect((await report('my-data')).photos).toHaveLength(2);
    },
  );

  it('says which links lead to folders', async () => {
    await mkdir(work.in('elsewhere'));
    await symlink(work.in('elsewhere'), photo('more'));
    const { stdout } = await convert(photo(), '--out', out());
    expect(stdout).toContain(`a link to a folder: ${photo('more')}`);
  });

  it('says which image and which picture of steps is whose', async () => {
    await writeFile(photo('aa.png'), 'no photo');
    await convert(photo(), '--out', out(), '--stages');
    expect(await work.list('my-data', 'stages')).toEqual(['0-a.png', '2-b.png']);
    expect((await report('my-data')).photos).toMatchObject([
      { index: 0, path: photo('a.jpg'), stages: 'stages/0-a.png' },
      { index: 1, path: photo('b.png'), stages: 'stages/2-b.png' },
    ]);
  });

  it('bears the longest names of files', async () => {
    await makePhotos([photo(`${'x'.repeat(251)}.png`)]);
    expect((await convert(photo(), '--out', out(), '--stages')).exitCode).toBe(0);
  });
});

describe('convert, in the terminal', () => {
  it('spells out what in names could drive it', async () => {
    const name = 'a\u001B[2J\u009B\n.png';
    await writeFile(photo(name), '');
    const { stderr, stdout } = await convert(photo(name), photo('a.jpg'), '--out', work.in('my\u001Bdata'));
    expect(stderr).toContain(String.raw`a\x1b[2J\x9b\n.png: expected a JPEG`);
    expect(stdout).toContain(String.raw`my\x1bdata: images`);
  });

  it('names every photo that fails, and gives all of them to programs', async () => {
    const names = Array.from({ length: 200 }, (_, i) => photo(`${'long-'.repeat(20)}${i}.jpg`));
    const lines = (await convert(...names, '--out', out())).stderr.split('\n');
    expect(lines[0]).toBe('error: 200 of 200 photos could not be converted:');
    for (const name of names) expect(lines).toContainEqual(expect.stringContaining(`  ${name}: ENOENT`));
    const { stdout } = await convert(...names, '--out', out(), '--json');
    const { error } = JSON.parse(stdout) as { error: Report & { code: string; message: string } };
    expect(error).toMatchObject({ code: 'E_PHOTO', message: '200 of 200 photos could not be converted' });
    expect(pathsOf(error.failed)).toEqual(names);
  });

  it('gives a command that shows the folder, whatever it is called', async () => {
    await mkdir(work.in('mnist'));
    await mkdir(photo('Bag'));
    await makePhotos([photo('Bag', 'c.png')]);
    const named = "my\n'data";
    const { stdout } = await convert(photo('Bag'), '--label-by-folder', '--out', work.in(named));
    expect(stdout).toContain(String.raw`my\n\'data' --grid 1x1`);
    const shown = await runHere(['show', work.in(named), '--json'], {
      ...work.env,
      FASHION_MNIST_OFFLINE: '1',
    });
    expect(JSON.parse(shown.stdout)).toMatchObject({ shown: [{ className: 'Bag' }] });
  });
});

it('ends at once when it is interrupted, and leaves nothing', async () => {
  await makePhotos(Array.from({ length: 60 }, (_, i) => photo(`${i}.png`)));
  const command = startCommand(['convert', photo(), '--stages', '--out', out()], work.env);
  while (!(await work.list('my-data')).some((path) => path.endsWith('.png'))) await sleep(10);
  command.process.kill('SIGINT');
  expect(await command.finished).toEqual({ exitCode: 130, stdout: '', stderr: '' });
  expect(await work.list()).not.toContain('my-data');
});
