import { truncate, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useWorkFolder } from '../../test/work-folder.ts';
import { readLabels } from './read-labels.ts';

const work = useWorkFolder();
const CLASSES = ['T-shirt/top', 'Trouser', 'Ankle boot'];
const PHOTOS = ['in/shirt.jpg', 'in/boot.png', 'jeans.webp'];

async function labelsOf(table: string, photos = PHOTOS): Promise<number[]> {
  await writeFile(work.in('labels.csv'), table);
  return Array.from(await readLabels(work.in('labels.csv'), photos, CLASSES));
}

describe('readLabels', () => {
  it.each([
    { what: 'numbers', table: 'shirt.jpg,0\nboot.png,2\njeans.webp,1' },
    { what: 'names', table: 'shirt.jpg,T-shirt/top\nboot.png,Ankle boot\njeans.webp,Trouser' },
    {
      what: 'names with other letters and signs',
      table: 'shirt.jpg,t_shirt top\nboot.png,ankle-boot\njeans.webp,TROUSER',
    },
    { what: 'a header', table: 'File,Label\r\nshirt.jpg,0\r\nboot.png,2\r\njeans.webp,1\r\n' },
    { what: 'quotes and folders', table: '"other/shirt.jpg","0"\n"C:\\photos\\boot.png",2\njeans.webp,1' },
    { what: 'another order', table: 'jeans.webp,1\nshirt.jpg,0\nboot.png,2' },
  ])('reads $what', async ({ table }) => {
    expect(await labelsOf(table)).toEqual([0, 2, 1]);
  });

  it('tells accents that are written in other ways', async () => {
    expect(await labelsOf('r\u00f6ck.jpg,1', ['ro\u0308ck.jpg'])).toEqual([1]);
  });

  it.each([
    { table: 'shirt.jpg,0\nboot.png,2', problem: 'jeans.webp has no label' },
    {
      table: 'shirt.jpg,0\nboot.png,2\njeans.webp,1\ncoat.jpg,1',
      problem: 'line 4: none of the photos is called coat.jpg',
    },
    { table: 'shirt.jpg,0\nboot.png,2\njeans.webp,3', problem: "line 3: expected a class or 0..2, got '3'" },
    {
      table: 'shirt.jpg,0\nboot.png,Ankel boot\njeans.webp,1',
      problem: "line 2: expected a class or 0..2, got 'Ankel boot' (did you mean Ankle boot?)",
    },
    {
      table: 'shirt.jpg,0\nboot.png,2\njeans.webp,1\nboot.png,1',
      problem: 'line 4: boot.png has a label in line 2 already',
    },
    {
      table: 'shirt.jpg,0,x\nboot.png,2\njeans.webp,1',
      problem: 'line 1: expected file,label, got 3 fields',
    },
    { table: 'shirt.jpg,\nboot.png,2\njeans.webp,1', problem: "line 1: expected a class or 0..2, got ''" },
    { table: '"shirt.jpg,0', problem: 'line 1: expected another quote, got the end of the table' },
    {
      table: 'file;label\nshirt.jpg;0',
      problem: 'line 1: expected file,label, got semicolons: save the table with commas',
    },
    { table: 'shirt.jpg\t0', problem: 'line 1: expected file,label, got tabs: save the table with commas' },
  ])('refuses a table: $problem', async ({ table, problem }) => {
    await expect(labelsOf(table)).rejects.toMatchObject({
      code: 'E_LABELS',
      message: `${work.in('labels.csv')}: ${problem}`,
    });
  });

  it('names photos that a table cannot tell apart', async () => {
    await expect(labelsOf('a.jpg,1', ['in/a.jpg', 'out/a.jpg'])).rejects.toThrow(
      'line 1: 2 photos are called a.jpg: in/a.jpg and out/a.jpg: write their folders, too, or use --label-by-folder',
    );
  });

  it('tells photos of one name by their folders', async () => {
    const photos = ['front/1/a.jpg', 'back/1/a.jpg', 'back/2/a.jpg'];
    expect(await labelsOf(String.raw`back\1\a.jpg,1` + '\n./2/a.jpg,2\n/x/front/1/a.jpg,0', photos)).toEqual([
      0, 1, 2,
    ]);
  });

  it.each(['utf16le', 'latin1'] as const)('refuses a table in %s', async (encoding) => {
    await writeFile(work.in('labels.csv'), Buffer.from('röck.jpg,1', encoding));
    await expect(readLabels(work.in('labels.csv'), PHOTOS, CLASSES)).rejects.toThrow(
      'labels.csv: expected a text in UTF-8, got another encoding',
    );
  });

  it('refuses what is far too large to be a table, and reads no more of it', async () => {
    await writeFile(work.in('labels.csv'), '');
    await truncate(work.in('labels.csv'), 2 ** 27);
    await expect(readLabels(work.in('labels.csv'), PHOTOS, CLASSES)).rejects.toThrow(
      'expected a table of at most 64 MiB',
    );
  });

  it('names the first ten of many problems', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i}.jpg,1`);
    const error = await labelsOf(rows.join('\n')).catch((thrown: Error) => thrown.message);
    expect(error).toMatch(/33 problems\n {2}line 1: .*\n {2}and 23 more$/s);
  });
});
