// Writes docs/transcript.md: a newcomer's first commands as a real terminal of 80 columns shows them.
// Needs script(1) of util-linux and Fashion-MNIST in the cache: node scripts/write-transcript.mjs
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COLUMNS = 80;
/** The longest answers, of which a part is enough. */
const MOST_LINES = 34;

const STEPS = [
  {
    title: 'What there is.',
    commands: ['fashion-mnist --help'],
  },
  {
    title: 'The data, fetched and verified.',
    commands: ['fashion-mnist fetch', 'fashion-mnist info fashion-mnist'],
  },
  {
    title: 'A picture, without colours.',
    commands: ['NO_COLOR=1 fashion-mnist show --index 1'],
  },
  {
    title: 'What is mistyped is answered with what is meant.',
    commands: ['fashion-mnist embd', 'fashion-mnist embed --method umpa', 'fashion-mnist show fashion_mnits'],
  },
  {
    title: 'Work, and its result.',
    commands: [
      'fashion-mnist train gaussian-nb --out bayes.safetensors --threads 1',
      'fashion-mnist evaluate bayes.safetensors --count 100',
      'fashion-mnist train gaussian-nb --out bayes.safetensors; echo "exit code $?"',
    ],
  },
  {
    title: 'For programs.',
    commands: [
      'fashion-mnist cite --json',
      'fashion-mnist show nothing --json; echo "exit code $?"',
      'fashion-mnist leaderboard | head -3',
    ],
  },
  {
    title: 'Tab, asked as bash asks.',
    commands: ["fashion-mnist complete -- embed --method ''"],
  },
  {
    title: 'On a narrow terminal.',
    commands: ['stty cols 40; fashion-mnist cite --help'],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'transcript-'));
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const flags = '--conditions=@fashion-mnist/source --disable-warning=ExperimentalWarning';
writeFileSync(
  join(folder, 'fashion-mnist'),
  `#!/bin/sh\nexec '${process.execPath}' ${flags} '${main}' "$@"\n`,
);
chmodSync(join(folder, 'fashion-mnist'), 0o755);

/** A command to the terminal, the end of a line, or text. */
const ESCAPE = String.fromCodePoint(27);
const TOKEN = new RegExp(`${ESCAPE}\\[[0-9;?]*([A-Za-z])|\\r\\n|\\r|\\n|[^${ESCAPE}\\r\\n]+`, 'g');

/** What a command leaves on the screen: colours dropped, lines that were drawn over taken away. */
function screenOf(command) {
  const typed = `stty cols ${COLUMNS} rows 50; ${command}`;
  const { stdout } = spawnSync('script', ['-qec', typed, '/dev/null'], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, TERM: 'xterm-256color', SHELL: '/bin/sh' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = [''];
  for (const [token, cursor] of stdout.matchAll(TOKEN)) {
    if (cursor === 'A') lines.pop();
    else if (cursor === 'K' || cursor === 'G' || token === '\r') lines[lines.length - 1] = '';
    else if (token.endsWith('\n')) lines.push('');
    else if (cursor === undefined) lines[lines.length - 1] += token;
  }
  return lines
    .map((line) => line.trimEnd().replaceAll(folder, '.'))
    .join('\n')
    .trimEnd();
}

function shortened(text) {
  const lines = text.split('\n');
  if (lines.length <= MOST_LINES) return text;
  return [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`].join('\n');
}

const cache = /(?<=^|\s)\/\S*?\/(?=fashion-mnist\/)/gm;
const sections = STEPS.map(({ title, commands }) => {
  const shown = commands.map((command) => `$ ${command}\n${shortened(screenOf(command))}`.trimEnd());
  return `${title}\n\n\`\`\`console\n${shown.join('\n\n').replaceAll(cache, '~/.cache/')}\n\`\`\``;
});
rmSync(folder, { recursive: true });

const head = `# The command as a newcomer meets it

Made by \`node scripts/write-transcript.mjs\` in apps/cli, on a terminal of ${COLUMNS} columns. Seconds are of the machine that made it.
`;
writeFileSync(
  new URL('../docs/transcript.md', import.meta.url),
  `${[head.trimEnd(), ...sections].join('\n\n')}\n`,
);
