import { describe, expect, it } from 'vitest';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';
import { HOSTILE_NAME, sampleReport } from './testing/sample-report.ts';

const report = sampleReport();

describe('reportMarkdown', () => {
  const lines = reportMarkdown(report).split('\n');

  it('is a table of nine columns in every line, figures to the right', () => {
    const table = lines.slice(0, lines.indexOf(''));
    for (const line of table) expect(line.split(/(?<!\\)\|/)).toHaveLength(11);
    expect(table[1]).toBe(`| --- | --- |${' ---: |'.repeat(7)}`);
    expect(table).toHaveLength(2 + report.rows.length);
  });

  it('lists the notes', () => {
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(report.notes.length);
  });

  it('takes what looks like markup for text', () => {
    expect(lines.join('\n')).not.toContain('<script>');
    expect(lines.join('\n')).toContain('\\</script\\>');
  });
});

describe('reportJson', () => {
  it('is the same after a round trip through text, and keeps null for what is missing', () => {
    const document = JSON.parse(JSON.stringify(reportJson(report)));
    expect(document).toEqual(reportJson(report));
    expect(document).toMatchObject({ version: 1, agreement: { compared: 3, agreeing: 2 } });
    expect(document.rows[3]).toMatchObject({
      name: 'MLPClassifier',
      parameter: { activation: 'relu', hidden_layer_sizes: [100, 10] },
      fashion: { status: 'missing', accuracy: null, paper: 0.871, difference: null },
    });
    expect(document.rows[6].name).toBe(HOSTILE_NAME);
  });
});
