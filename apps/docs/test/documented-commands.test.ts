import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { documentedCommands } from '../src/commands/documented-commands.ts';
import { readFromRoot } from '../src/repository.ts';

const site = fileURLToPath(new URL('../site', import.meta.url));
const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !path.startsWith('generated'))
  .map((path) => `apps/docs/site/${path}`);
const documents = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'apps/cli/README.md', ...pages];

describe('documentedCommands', () => {
  it('are those of shell blocks, with continued lines, quotes, variables and comments', () => {
    const markdown =
      '`fashion-mnist none`\n```sh\nfashion-mnist show --index 0   # a picture\nA=1 npm run -s fashion-mnist -- train \\\n  svc --C 5\n' +
      'fashion-mnist benchmark --filter \'a "b" c\'\nnpm test\n```\n```text\nfashion-mnist none\n```\n';
    expect(documentedCommands(markdown)).toEqual([
      ['show', '--index', '0'],
      ['train', 'svc', '--C', '5'],
      ['benchmark', '--filter', 'a "b" c'],
    ]);
  });
});

describe('commands in the documents', () => {
  const commands = documents.flatMap((path) =>
    documentedCommands(readFromRoot(path)).map((words) => ({ path, command: words.join(' '), words })),
  );

  it('are many', () => {
    expect(commands.length).toBeGreaterThan(60);
  });

  it('are such as the program takes', () => {
    const complaints = JSON.parse(
      execFileSync(
        process.execPath,
        ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning', 'parse-commands.ts'],
        {
          cwd: fileURLToPath(new URL('.', import.meta.url)),
          input: JSON.stringify(commands.map(({ words }) => words)),
          encoding: 'utf8',
        },
      ),
    ) as readonly (string | null)[];
    expect(complaints).toHaveLength(commands.length);
    const refused = commands.flatMap(({ path, command }, index) =>
      complaints[index] === null ? [] : [`${path}: ${command}: ${complaints[index]}`],
    );
    expect(refused).toEqual([]);
  });

  it('would be refused with an option or a command that there is not', () => {
    const input = JSON.stringify([
      ['show', '--none'],
      ['none'],
      ['train', 'svc', '--hog', '--none', '1'],
      ['show'],
    ]);
    const complaints = JSON.parse(
      execFileSync(
        process.execPath,
        ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning', 'parse-commands.ts'],
        { cwd: fileURLToPath(new URL('.', import.meta.url)), input, encoding: 'utf8' },
      ),
    );
    expect(complaints).toEqual([
      expect.stringContaining('--none'),
      expect.stringContaining('none'),
      expect.stringContaining('--none'),
      null,
    ]);
  });
});
