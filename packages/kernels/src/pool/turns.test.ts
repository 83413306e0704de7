import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

describe('turns', () => {
  it('begin one after the other, also after one that failed', async () => {
    const turns = createTurns();
    const heard: string[] = [];
    const work = async (name: string) => {
      heard.push(`${name} begins`);
      await Promise.resolve();
      heard.push(`${name} ends`);
      if (name === 'b') throw new Error(name);
    };
    await Promise.allSettled(['a', 'b', 'c'].map((name) => turns.take(() => work(name))));
    expect(heard).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('are refused once there are no more, those in the queue too', async () => {
    const turns = createTurns();
    const queued = turns.take(async () => 1);
    turns.end();
    await expect(queued).rejects.toMatchObject({ code: 'E_WORKER' });
    await expect(turns.take(async () => 2)).rejects.toThrow('expected a pool at work');
  });
});
