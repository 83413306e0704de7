import { readFile, writeFile } from 'node:fs/promises';
import { paperResults } from '@fashion-mnist/benchmark';
import { describe, expect, it } from 'vitest';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

const [svc, tree] = ['SVC', 'DecisionTreeClassifier'].map((name) =>
  paperResults.find((result) => result.name === name),
);

/** A line as the original writes it. */
function originalLine(result: (typeof paperResults)[number] | undefined, score: readonly number[]): string {
  return JSON.stringify({
    name: result?.name,
    parameter: result?.parameter,
    score,
    mean_accuracy: score[0],
    std_accuracy: 0,
    time_per_repeat: 2.5,
    num_repeat: score.length,
    start_time: 1,
    done_time: 9,
  });
}

async function writeResults(): Promise<readonly string[]> {
  const fashion = [originalLine(svc, [0.9]), originalLine(tree, [0.8]), originalLine(tree, [0.8, 0.81])];
  await writeFile(work.in('fashion.jsonl'), `${fashion.join('\n')}\n`);
  await writeFile(work.in('mnist.jsonl'), `${originalLine(tree, [(tree?.mnist ?? 0) + 0.05])}\n`);
  return [work.in('fashion.jsonl'), `mnist=${work.in('mnist.jsonl')}`];
}

const report = async (...options: readonly string[]) =>
  runHere(['benchmark', 'report', ...(await writeResults()), ...options], work.env);

describe('benchmark report', () => {
  it('puts all configurations beside the paper, the best first, and names what does not agree', async () => {
    const { exitCode, stdout, stderr } = await report();
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const [, , , first, second] = stdout.split('\n');
    expect(first).toMatch(/^SVC +C=.* 0\.9000 +0\.\d{3} +2\.50 s +- +0\.\d{3}/);
    expect(second).toMatch(/^DecisionTreeClassifier .* 0\.8050 +0\.\d{3} +2\.50 s +0\.\d{4} .* \+0\.0500/);
    expect(stdout.match(/^LinearSVC .*left out/gm)?.length).toBeGreaterThan(0);
    expect(stdout).toMatch(/measured on 25 August 2017, before the files were\s+re-shuffled/);
    expect(stdout).toMatch(/0 of 1 configurations agree/);
    expect(stdout).toMatch(/DecisionTreeClassifier [^]*on MNIST, paper [^]*not\s+explained/);
  });

  it('says it to programs', async () => {
    const { stdout } = await report('--json');
    const { version, rows, agreement } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(rows).toHaveLength(143);
    expect(rows[1]).toMatchObject({
      name: 'DecisionTreeClassifier',
      fashion: { accuracy: 0.805, repeats: 2 },
      mnist: { repeats: 1, paper: tree?.mnist },
    });
    expect(agreement).toMatchObject({ compared: 1, agreeing: 0 });
  });

  it('fits the terminal', async () => {
    const files = await writeResults();
    const { stdout } = await runHere(['benchmark', 'report', ...files], { ...work.env, COLUMNS: '70' });
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(70);
  });

  it('sorts and filters', async () => {
    const named = JSON.parse((await report('--json', '--sort', 'name', '--filter', 'tree gini')).stdout);
    const texts: string[] = named.rows.map(({ name, parameterText }: Record<string, string>) =>
      [name, parameterText].join(' '),
    );
    expect(texts).toHaveLength(12);
    for (const text of texts) expect(text).toMatch(/Tree.*gini/);
    expect(texts[0]).toMatch(/^DecisionTree.* max_depth=10 /);
    expect(texts.at(-1)).toMatch(/^ExtraTree.* max_depth=100 /);
  });

  it('writes Markdown and a page, and no file over another', async () => {
    const page = work.in('report.html');
    expect((await report('--html', '--out', page)).stdout).toBe(`wrote ${page}\n`);
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    const again = await report('--html', '--out', page);
    expect(again).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--force') });
    expect((await report('--markdown', '--out', page, '--force')).exitCode).toBe(0);
    expect(await readFile(page, 'utf8')).toMatch(/^\| Classifier \| Parameters \|.*\n\| --- \|/);
    expect((await report('--html')).stdout).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  });

  it('takes another grid', async () => {
    const grid = work.in('grid.json');
    await writeFile(grid, JSON.stringify({ classifiers: { GaussianNB: [{}] } }));
    const { stdout } = await report('--json', '--grid', grid);
    const names = JSON.parse(stdout).rows.map(({ name }: { name: string }) => name);
    expect(names.toSorted()).toEqual(['DecisionTreeClassifier', 'GaussianNB', 'SVC']);
  });

  it.each([
    { args: [], exit: 1, says: /missing required argument 'files'/ },
    { args: ['missing.jsonl'], exit: 4, says: /missing\.jsonl/ },
    { args: ['bad.jsonl'], exit: 2, says: /bad\.jsonl:1: expected a JSON object/ },
    { args: ['bad.jsonl', '--sort', 'colour'], exit: 1, says: /Allowed choices are accuracy, time, name/ },
    { args: ['bad.jsonl', '--html', '--markdown'], exit: 1, says: /cannot be used with/ },
    { args: ['bad.jsonl', '--grid', 'bad.jsonl'], exit: 2, says: /bad\.jsonl/ },
  ])('refuses $args with exit code $exit', async ({ args, exit, says }) => {
    await writeFile(work.in('bad.jsonl'), 'no row\n{}\n');
    const paths = args.map((arg) => (arg.endsWith('.jsonl') ? work.in(arg) : arg));
    const { exitCode, stdout, stderr } = await runHere(['benchmark', 'report', ...paths], work.env);
    expect(stderr).toMatch(says);
    expect({ exitCode, stdout }).toEqual({ exitCode: exit, stdout: '' });
  });
});
