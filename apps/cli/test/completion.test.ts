import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { runScript } from './run-command.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

beforeEach(async () => {
  await mkdir(work.in('bin'));
  const flags = '--conditions=@fashion-mnist/source --disable-warning=ExperimentalWarning';
  await writeFile(
    work.in('bin', 'fashion-mnist'),
    `#!/bin/sh\nexec '${process.execPath}' ${flags} '${main}' "$@"\n`,
  );
  await chmod(work.in('bin', 'fashion-mnist'), 0o755);
  await writeFile(work.in('kept model.safetensors'), '');
});

const isThere = async (shell: string) => (await runScript(`command -v ${shell}`)).exitCode === 0;
const [hasBash, hasZsh, hasFish] = await Promise.all(['bash', 'zsh', 'fish'].map(isThere));

/** Runs a script of a shell in the work folder, where the command can be called by its name. */
async function inShell(shell: string, script: string): Promise<string> {
  await writeFile(work.in('script'), script);
  const { stdout, stderr } = await runScript(
    `cd '${work.path}' && PATH='${work.in('bin')}':$PATH ${shell} script`,
  );
  expect(stderr).toBe('');
  return stdout;
}

describe.skipIf(!hasBash)('in bash', () => {
  it('commands, values and files complete', async () => {
    const asked = [['exp'], ['embed', '--method', ''], ['evaluate', 'kept']].map(
      (words) => `
        COMP_WORDS=(fashion-mnist ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
        _fashion_mnist; IFS='|'; echo "\${COMPREPLY[*]}"; unset IFS`,
    );
    const script = `eval "$(fashion-mnist completion bash)"\n${asked.join('\n')}\ncomplete -p fashion-mnist`;
    expect((await inShell('bash', script)).split('\n')).toEqual([
      'export|export-model',
      'pca|tsne|umap',
      'kept model.safetensors',
      'complete -F _fashion_mnist fashion-mnist',
      '',
    ]);
  });

  it('nothing that is typed is run', async () => {
    const script = `eval "$(fashion-mnist completion bash)"
      COMP_WORDS=(fashion-mnist show '$(touch run)' ''); COMP_CWORD=3; _fashion_mnist`;
    await inShell('bash', script);
    expect(await work.list()).not.toContain('run');
  });
});

describe.skipIf(!hasZsh)('in zsh', () => {
  it('the script is understood', async () => {
    const script = `autoload -U compinit; compinit -D; source <(fashion-mnist completion zsh); whence -w _fashion_mnist`;
    expect(await inShell('zsh -f', script)).toBe('_fashion_mnist: function\n');
  });

  it('commands complete with what they do, and values alone', async () => {
    const asked = ['export-', "embed --method ''"].map(
      (typed) => `words=(fashion-mnist ${typed}); CURRENT=$#words; _fashion_mnist`,
    );
    const script = `compdef() { }; _describe() { print -l -- $candidates }; _files() { }
      source <(fashion-mnist completion zsh)\n${asked.join('\n')}`;
    const [command, ...values] = (await inShell('zsh -f', script)).trim().split('\n');
    expect(command).toMatch(/^export-model:a trained network/);
    expect(values).toEqual(['pca', 'tsne', 'umap']);
  });
});

describe.skipIf(!hasFish)('in fish', () => {
  it('commands complete', async () => {
    const script = `fashion-mnist completion fish | source; complete -C 'fashion-mnist export-'`;
    expect(await inShell('fish --no-config', script)).toMatch(/^export-model\t/);
  });
});
