import { describe, expect, it } from 'vitest';
import { formatReport } from './format-report.ts';

const report = {
  name: 'read',
  question: 'How long?',
  rounds: 3,
  comparisons: [
    {
      title: 'a file',
      unit: 'ms',
      results: [
        { name: 'ours', median: 2, min: 1, max: 3 },
        { name: 'peer', versions: 'Python 3.11.2', median: 5, min: 4, max: 6 },
      ],
      absent: [{ name: 'other', reason: 'not installed' }],
      judgements: [
        { target: { of: 'peer', to: 'ours', bound: { atLeast: 2 } }, reached: 2.5, verdict: 'met' },
        { target: { of: 'peer', to: 'ours', bound: { atLeast: 2 }, aim: 4 }, reached: 2.5, verdict: 'met' },
        { target: { of: 'ours', minus: 'peer', bound: { atMost: 1 } }, reached: -3, verdict: 'met' },
        { target: { of: 'ours', bound: { atMost: 1 } }, reached: 2, verdict: 'not met' },
        { target: { of: 'other', to: 'ours', bound: { atLeast: 2 } }, verdict: 'absent' },
      ],
    },
  ],
} as const;

describe('formatReport', () => {
  const lines = formatReport(report).split('\n');

  it('gives each contender its figures, their ratio to the first, and its versions', () => {
    const row = lines.find((line) => line.trim().startsWith('peer'));
    expect(row?.trim().split(/\s{2,}/)).toEqual([
      'peer',
      '5.00 ms',
      '4.00 ms',
      '6.00 ms',
      '2.50',
      'Python 3.11.2',
    ]);
  });

  it('says how often everything was measured', () => {
    expect(lines[0]).toBe('read: How long? (3 rounds)');
  });

  it('says why a contender was skipped', () => {
    expect(lines.join('\n')).toMatch(/other +skipped: not installed/);
  });

  it.each([
    'target: peer / ours at least 2.00: 2.50, met',
    'target: peer / ours at least 2.00 (aim 4.00): 2.50, met',
    'target: ours - peer at most 1.00 ms: -3.00 ms, met',
    'target: ours at most 1.00 ms: 2.00 ms, not met',
    'target: other / ours at least 2.00: not measured',
  ])('says what became of a target: %s', (line) => {
    expect(lines.map((each) => each.trim())).toContain(line);
  });
});
