import { describeDataset, listDatasets } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { parseCitation } from './parse-citation.ts';
import { toBibtex } from './to-bibtex.ts';

describe('parseCitation', () => {
  it.each(listDatasets())('reads what the registry says of %s', (name) => {
    const { citation } = describeDataset(name);
    const { authors, year, title, published } = parseCitation(citation) ?? {};
    expect(`${authors?.join(', ')} (${year}): ${title}. ${published}`).toBe(citation);
  });
});

describe('toBibtex', () => {
  it('names the preprint where there is one', () => {
    const line = 'Ann Bee, Cid Dee (2020): A & B. arXiv:2001.00001';
    expect(toBibtex('ab', line)).toBe(
      [
        '@misc{ab,',
        '  author = {Ann Bee and Cid Dee},',
        '  title = {{A \\& B}},',
        '  year = {2020},',
        '  eprint = {2001.00001},',
        '  archivePrefix = {arXiv},',
        '  howpublished = {arXiv:2001.00001},',
        '}',
      ].join('\n'),
    );
  });

  it('gives a line of another form as it is', () => {
    expect(toBibtex('mine', 'My photos, 50% of them')).toBe(
      '@misc{mine,\n  note = {My photos, 50\\% of them},\n}',
    );
  });
});
