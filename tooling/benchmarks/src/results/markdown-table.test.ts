import { describe, expect, it } from 'vitest';
import { markdownTable } from './markdown-table.ts';

describe('markdownTable', () => {
  it('pads every column to its widest cell', () => {
    expect(
      markdownTable(
        ['Name', ''],
        [
          ['umap-learn', 'met'],
          ['ours', ''],
        ],
      ),
    ).toBe(
      ['| Name       |     |', '| ---------- | --- |', '| umap-learn | met |', '| ours       |     |'].join(
        '\n',
      ),
    );
  });

  it('keeps a bar inside its cell', () => {
    expect(markdownTable(['a|b'], []).split('\n')[0]).toBe('| a\\|b |');
  });
});
