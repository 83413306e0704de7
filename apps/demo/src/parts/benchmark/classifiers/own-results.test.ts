import { describe, expect, it } from 'vitest';
import { readOwnResults } from './own-results.ts';

const LINE =
  '{"name":"GaussianNB","parameter":{},"score":[0.5],"mean_accuracy":0.5,"std_accuracy":0,"time_per_repeat":1,"num_repeat":1,"start_time":0,"done_time":1}';

describe('a results file of the reader', () => {
  it('is read where the original has written it', async () => {
    const { rows, problems } = await readOwnResults(new File([`${LINE}\n`], 'mine.jsonl'));
    expect(rows.map(({ mean_accuracy: accuracy }) => accuracy)).toEqual([0.5]);
    expect(problems).toEqual([]);
  });

  it('tells of a last line that was not written to its end, and shows the others', async () => {
    const { rows, problems } = await readOwnResults(new File([`${LINE}\n{"name":"SV`], 'mine.jsonl'));
    expect(rows).toHaveLength(1);
    expect(problems).toEqual(['mine.jsonl:2: the last line was not written to its end (11 characters).']);
  });

  it.each([
    { what: 'an empty file', text: '', message: 'mine.jsonl is empty' },
    {
      what: 'a damaged line',
      text: `{"name":1}\n${LINE}\n`,
      message: /^mine\.jsonl:1: name: expected a text/,
    },
    { what: 'a picture', text: '<svg/>\n<svg/>\n', message: /^mine\.jsonl:1: expected a JSON object/ },
  ])('is refused in a sentence where it is $what', async ({ text, message }) => {
    await expect(readOwnResults(new File([text], 'mine.jsonl'))).rejects.toThrow(message);
  });

  it('is not read where it is far too large', async () => {
    const file = new File([new Uint8Array(16 * 2 ** 20 + 1)], 'huge.jsonl');
    await expect(readOwnResults(file)).rejects.toThrow('huge.jsonl has 16 MiB');
  });
});
