import { describe, expect, it } from 'vitest';
import type { Claim } from '../claim.ts';
import { claims } from '../claims.ts';
import { describeStatus } from './describe-status.ts';
import { fillBlock } from './fill-block.ts';
import { formatAccuracy } from './format-accuracy.ts';
import { leaderboard, type SubmittedRow } from './leaderboard.ts';
import { leaderboardMarkdown } from './leaderboard-markdown.ts';
import { standing } from './standing.ts';

const claim: Claim = {
  id: 'a',
  classifier: 'A | B',
  preprocessing: 'None',
  fashion: 0.9,
  mnist: null,
  submitter: '@a',
  links: ['/a.py', 'https://b.org'],
  status: 'verified',
  results: ['a-2026-11-29-00000000.json'],
  verified_fashion: 0.9013,
  verified_mnist: null,
};

const submitted: SubmittedRow = {
  kind: 'submission',
  row: 'new',
  classifier: 'New',
  preprocessing: 'None',
  submitter: '@b',
  links: ['https://c.org'],
  figures: [
    {
      dataset: { name: 'mnist', train_images: '', train_labels: '', test_images: '', test_labels: '' },
      accuracy: 0.99,
      correct: 99,
      count: 100,
      interval: [0.9, 1],
      per_class: [],
      predictions_sha256: '',
    },
  ],
  test_set_used_once: true,
  warnings: [],
  package_version: '0.1.0',
  date: '2026-11-29',
  file: 'new.json',
};

describe('leaderboard', () => {
  it('has the best claim first, and all of them', () => {
    const rows = leaderboard().claims;
    for (const [index, { fashion }] of rows.entries())
      expect(fashion).toBeGreaterThanOrEqual(rows[index + 1]?.fashion ?? 0);
    expect(new Set(rows)).toEqual(new Set(claims));
  });
});

describe('leaderboardMarkdown', () => {
  it('puts what is verified beside what was claimed, and links code and result', () => {
    const markdown = leaderboardMarkdown({ claims: [claim], own: [], submissions: [] });
    expect(markdown).toContain(
      '| [A \\| B](https://github.com/zalandoresearch/fashion-mnist/blob/master/a.py) [2](https://b.org) |  | 0.900 | 0.9013 |  |  | @a | [verified](results/a-2026-11-29-00000000.json) |',
    );
  });

  it('says of a row that was run on one of its two datasets so, and links both runs of one that was run twice', () => {
    const half = { ...claim, mnist: 0.99 };
    const whole = { ...half, results: [...claim.results, 'b.json'], verified_mnist: 0.9912 };
    const markdown = leaderboardMarkdown({ claims: [half, whole], own: [], submissions: [] });
    expect(markdown).toContain('| 0.9013 | 0.990 |  | @a | [verified on Fashion-MNIST](results/a-');
    expect(markdown).toContain(
      '| 0.9912 | @a | [verified](results/a-2026-11-29-00000000.json) [2](results/b.json) |',
    );
  });

  it('shows what was handed in, in a table of its own', () => {
    const markdown = leaderboardMarkdown(
      { claims: [], own: [], submissions: [submitted] },
      { resultsUrl: '/r/' },
    );
    expect(markdown).toContain(
      '| [New](https://c.org) | None | mnist | 0.990 | @b | [predictions checked](/r/new.json) |',
    );
    expect(leaderboardMarkdown({ claims: [], own: [], submissions: [] })).not.toContain('handed in');
  });

  it('shows what somebody handed in as text, whatever it is', () => {
    const classifier = '<img src=x> [a](b) `c`';
    const markdown = leaderboardMarkdown({
      claims: [],
      own: [],
      submissions: [{ ...submitted, classifier }],
    });
    expect(markdown).toContain('[&lt;img src=x> \\[a\\](b) \\`c\\`](https://c.org)');
  });

  it('shows what is our own, run or not', () => {
    const { own } = leaderboard();
    const markdown = leaderboardMarkdown({ claims: [], own, submissions: [] });
    expect(own.map(({ id }) => id)).toEqual(['compact-20-minutes', 'compact-3-hours']);
    const [notRun] = own.map((row) => ({ ...row, minutes: 25, run: null }));
    if (notRun === undefined) throw new Error('expected entries of our own');
    expect(leaderboardMarkdown({ claims: [], own: [notRun], submissions: [] })).toContain(
      `| compact, for 20 minutes | ${notRun.preprocessing} |  | runnable, about 25 minutes on two cores |`,
    );
    for (const { classifier } of own) expect(markdown).toContain(`| ${classifier} |`);
  });

  it('says of each row that is not verified why', () => {
    const markdown = leaderboardMarkdown(leaderboard());
    for (const { classifier, status } of claims)
      if (status !== 'verified' && status !== 'runnable')
        expect(markdown).toContain(`- ${classifier.replace('<', '&lt;')} (`);
  });
});

describe('describeStatus', () => {
  it.each([
    [90, 'about 90 minutes'],
    [900, 'about 15 hours'],
    [12_000, 'about 8 days'],
  ])('gives %i minutes in a unit that fits', (minutes, text) => {
    expect(describeStatus({ status: 'planned', needs: 'time', minutes, note: null })).toContain(text);
  });
});

describe('formatAccuracy', () => {
  it.each([
    [0.95, '0.950'],
    [0.8833, '0.8833'],
    [0.92634, '0.9263'],
    [1, '1.000'],
  ])('writes %d as %s', (accuracy, text) => {
    expect(formatAccuracy(accuracy)).toBe(text);
  });
});

describe('standing', () => {
  it('counts the claims that are not below', () => {
    expect(standing(0.9265, 'fashion-mnist')).toMatchObject({
      of: 39,
      below: expect.stringMatching(/\(0\.926\)$/),
    });
    expect(standing(1, 'fashion-mnist')).toMatchObject({ place: 1, above: null });
    expect(standing(0, 'mnist')).toEqual({ place: 13, of: 13, above: 'XgBoost (0.958)', below: null });
  });
});

describe('fillBlock', () => {
  const document = 'before\n<!-- x -->\nold\n<!-- /x -->\nafter\n';

  it('replaces what is between the markers, and nothing else', () => {
    expect(fillBlock(document, 'x', 'new')).toBe('before\n<!-- x -->\n\nnew\n\n<!-- /x -->\nafter\n');
  });

  it('changes nothing when it is done again', () => {
    const once = fillBlock(document, 'x', 'new');
    expect(fillBlock(once, 'x', 'new')).toBe(once);
  });

  it.each(['', '<!-- x -->', '<!-- /x --><!-- x -->', `${document}${document}`])('refuses %j', (wrong) => {
    expect(() => fillBlock(wrong, 'x', 'new')).toThrow(/expected one block/);
  });
});
