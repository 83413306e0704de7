import { writeFile } from 'node:fs/promises';
import { type HumanAnswer, humanProtocol } from '@fashion-mnist/benchmark';
import { describe, expect, it } from 'vitest';
import { type MadeDataset, makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const TEST_COUNT = 20;
const { indices } = humanProtocol({ imageCount: 6, testCount: TEST_COUNT });

/** What somebody has taken each image for who is wrong about the first few. */
function answersOf(annotator: string, { test }: MadeDataset, wrongCount: number): readonly HumanAnswer[] {
  return Array.from(indices, (index, at) => {
    const label = test.labels[index] ?? 0;
    return { index, annotator, label: at < wrongCount ? (label + 1) % 3 : label, seconds: 2 };
  });
}

async function judge(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { definition } = await makeDataset(work.path, { testCount: TEST_COUNT });
  for (const [name, content] of Object.entries(files)) await writeFile(work.in(name), content);
  const paths = Object.keys(files).map((name) => work.in(name));
  return runHere(
    ['leaderboard', 'human', ...paths, '--dataset', definition, '--images', '6', ...options],
    work.env,
  );
}

const jsonLines = (answers: readonly HumanAnswer[]) => answers.map((one) => JSON.stringify(one)).join('\n');
const table = (answers: readonly HumanAnswer[]) =>
  [
    'index,annotator,label',
    ...answers.map(({ index, annotator, label }) => `${index},${annotator},${label}`),
  ].join('\n');

describe('leaderboard human', () => {
  it('judges the files of several people together, JSON lines and tables alike', async () => {
    const made = await makeDataset(work.path, { testCount: TEST_COUNT });
    const files = {
      'ada.jsonl': jsonLines(answersOf('Ada', made, 2)),
      'bob.csv': table(answersOf('Bob', made, 1)),
      'cem.jsonl': jsonLines(answersOf('Cem', made, 0)),
    };
    const { exitCode, stdout } = await judge(files, '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      dataset: 'made',
      answersPerImage: 3,
      imageCount: 6,
      accuracy: 5 / 6,
      answerAccuracy: 15 / 18,
      claimed: null,
      annotators: [
        { annotator: 'Ada', accuracy: 4 / 6, medianSeconds: 2 },
        { annotator: 'Bob', accuracy: 5 / 6, medianSeconds: null },
        { annotator: 'Cem', accuracy: 1 },
      ],
    });
  });

  it('judges what one person alone has answered so far', async () => {
    const made = await makeDataset(work.path, { testCount: TEST_COUNT });
    const some = answersOf('Ada', made, 1).slice(0, 4);
    const { stdout } = await judge({ 'ada.jsonl': jsonLines(some) }, '--answers', '1', '--partial');
    expect(stdout).toMatch(/^accuracy 0\.75\d* \(95 %: .*\) on 4 images, by an answer each\n/);
    expect(stdout).toMatch(/\nAda {2,}4 {2,}0\.7500 {2,}2\.0\n$/);
  });

  it('names the file and the line that is no answer', async () => {
    const { exitCode, stderr } = await judge(
      { 'bad.csv': 'index,annotator,label\n1,Ada,shirt' },
      '--partial',
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: .*bad\.csv: the answers cannot be taken:\n- line 2: /);
  });
});
