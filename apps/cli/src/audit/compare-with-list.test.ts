import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useWorkFolder } from '../../test/work-folder.ts';
import { readImageList } from './compare-with-list.ts';

const work = useWorkFolder();
const never = new AbortController().signal;

async function listOf(text: string) {
  await writeFile(work.in('list.txt'), text);
  return readImageList(work.in('list.txt'), never);
}

describe('readImageList', () => {
  it('takes places of the training images, splits in front of them, and comments', async () => {
    expect(await listOf('# known\n12\r\ntrain,7 # a shirt\n\n  test 0\n')).toEqual([
      { line: 2, split: 'train', index: 12 },
      { line: 3, split: 'train', index: 7 },
      { line: 5, split: 'test', index: 0 },
    ]);
  });

  it.each([
    { text: '12\nvalidation,3', says: /line 2: expected train,12 or 12, got validation,3/ },
    { text: '-1', says: /line 1/ },
    { text: '1.5', says: /line 1/ },
    { text: '# nothing\n', says: /expected a line for each image, got none/ },
  ])('refuses $text', async ({ text, says }) => {
    await expect(listOf(text)).rejects.toMatchObject({
      code: 'E_LIST',
      message: expect.stringMatching(says),
    });
  });
});
