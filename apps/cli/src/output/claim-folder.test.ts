import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useWorkFolder } from '../../test/work-folder.ts';
import { claimFolder, REPLACED } from './claim-folder.ts';

const work = useWorkFolder();
const claim = () =>
  claimFolder(work.in('mine'), work.in('claimed'), () => expect.unreachable(), 0).catch(
    ({ message }: Error) => message,
  );

describe('claimFolder, after a command that was killed', () => {
  it('says what of the user is in its folder before it is removed', async () => {
    await mkdir(work.in('claimed', REPLACED), { recursive: true });
    await writeFile(work.in('claimed', REPLACED, 'report.json'), '');
    await mkdir(work.in('mine'));
    expect(await claim()).toBe(
      `${work.in('claimed')} is left from a command that was killed: ${work.in('claimed', REPLACED)} has what it took away (report.json): move back what is missing, then remove the rest`,
    );
    expect(await work.list()).toEqual([
      'claimed',
      `claimed/${REPLACED}`,
      `claimed/${REPLACED}/report.json`,
      'mine',
    ]);
  });

  it('has a folder removed in which nothing of the user is', async () => {
    await mkdir(work.in('claimed', 'new'), { recursive: true });
    await mkdir(work.in('mine'));
    expect(await claim()).toMatch(/killed: remove it$/);
  });
});
