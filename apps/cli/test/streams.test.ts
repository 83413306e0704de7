import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { runCommand, runScript, startCommand } from './run-command.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

const ESCAPE = '\u{1b}';
const GREY = `${ESCAPE}[38;2;`;

describe('a reader that goes away', () => {
  it('is no fault', async () => {
    const command = startCommand(['--help']);
    command.process.stdout?.destroy();
    expect((await command.finished).exitCode).toBe(0);
  });

  it.each(['--version', 'help export', 'nonsense --json'])(
    'of `%s | head` is served without a complaint',
    async (args) => {
      const script = `{ "$@" ${args} 2>err; echo "exit $?" >&2; } | head -c 1 >/dev/null; cat err >&2`;
      const { stderr } = await runScript(`cd '${work.path}'; ${script}`);
      expect(stderr).not.toMatch(/EPIPE|\n\s+at /);
      if (!args.startsWith('nonsense')) expect(stderr).toBe('exit 0\n');
    },
  );

  it('of a document larger than a pipe holds ends the command with 0', async () => {
    const { definition } = await makeDataset(work.path, { trainCount: 3000 });
    const args = `export '${definition}' --to png --json --out '${work.in('out')}'`;
    const { stdout, stderr } = await runScript(
      `{ "$@" ${args}; echo "exit $?" >&2; } | head -c 10`,
      work.env,
    );
    expect(stdout).toBe('{"dataset"');
    expect(stderr).toBe('exit 0\n');
    expect(await work.list('out')).toContain('train');
  });

  it('of stderr stops nothing', async () => {
    const { definition } = await makeDataset(work.path);
    const script = `{ "$@" info '${definition}' 2>&1 >out.txt; } | head -c 0; cat out.txt`;
    const { stdout } = await runScript(`cd '${work.path}'; ${script}`, work.env);
    expect(stdout).toMatch(/13 images of 3 x 5/);
  });
});

describe('a disk that is full', () => {
  it('ends the command with exit code 4', async () => {
    const { stdout, stderr } = await runScript('"$@" --help >/dev/full; echo "exit $?"');
    expect(stdout).toBe('exit 4\n');
    expect(stderr).toMatch(/^error: cannot write to stdout: ENOSPC.*\n$/);
  });
});

describe('closed streams', () => {
  it.each(['<&-', '<&- >&- 2>&-'])('%s do not matter', async (redirection) => {
    const { definition } = await makeDataset(work.path);
    const args = `export '${definition}' --to csv --out '${work.in('out')}'`;
    const { stdout } = await runScript(
      `{ "$@" ${args} ${redirection}; } >/dev/null; echo "exit $?"`,
      work.env,
    );
    expect(stdout).toBe('exit 0\n');
    expect(await work.list('out')).toEqual(['made_test.csv', 'made_train.csv']);
  });
});

describe('without a terminal', () => {
  it.each([{ FORCE_COLOR: '1', COLORTERM: 'truecolor' }, { COLUMNS: '1' }, { TERM: 'dumb' }])(
    'nothing moves or is coloured with %j',
    async (env) => {
      const { definition } = await makeDataset(work.path);
      const shown = await runCommand(['show', definition, '--grid', '2x2'], { ...work.env, ...env });
      expect(shown.exitCode).toBe(0);
      expect(shown.stdout + shown.stderr).not.toContain(ESCAPE);
      expect(shown.stdout.split('\n').length).toBe(4);
    },
  );

  it('the help is the same whatever COLUMNS says', async () => {
    const [narrow, usual] = await Promise.all([
      runCommand(['export', '--help'], { COLUMNS: '1' }),
      runCommand(['export', '--help'], { COLUMNS: undefined }),
    ]);
    expect(narrow).toEqual(usual);
  });
});

const hasScript = process.platform === 'linux' && (await runScript('script --version')).exitCode === 0;

describe.skipIf(!hasScript)('on a terminal', () => {
  async function showOnTerminal(env: Readonly<Record<string, string>>, columns = 80) {
    const { definition } = await makeDataset(work.path);
    const script = `set -- "$@" show '${definition}'
      script -qec "stty cols ${columns};$(printf " '%s'" "$@")" /dev/null`;
    return runScript(script, { ...work.env, TERM: 'xterm-256color', ...env });
  }

  it('a picture is drawn in shades of grey', async () => {
    expect((await showOnTerminal({ NO_COLOR: '' })).stdout).toContain(GREY);
  });

  it('NO_COLOR turns all colours off', async () => {
    const { stdout, exitCode } = await showOnTerminal({ NO_COLOR: '1' });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(new RegExp(`${ESCAPE}\\[[0-9;]*m`));
    expect(stdout).toContain('T-shirt/top');
  });

  it.each([0, 1])('of %j columns nothing is redrawn for ever', async (columns) => {
    const { stdout, exitCode } = await showOnTerminal({}, columns);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('T-shirt/top');
  });
});
