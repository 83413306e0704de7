import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { filterConfigurations } from './filter-configurations.ts';
import { reproduceCommand } from './reproduce-command.ts';

describe('reproduceCommand', () => {
  it.each(['a b', "it's", '$(false)', '`false`', '\\', '";*'])(
    'gives the shell %j as it is, in a filter for this configuration alone',
    (value) => {
      const configuration = { name: 'SVC', parameter: { kernel: value, C: 1 } };
      const command = reproduceCommand(configuration, 'mnist');
      const script = `fashion-mnist() { for word in "$@"; do printf '%s\\n' "$word"; done; }; ${command}`;
      const words = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
      expect(words.slice(0, 4)).toEqual(['benchmark', '--dataset', 'mnist', '--filter']);
      const others = [{ name: 'SVC', parameter: { kernel: value, C: 10 } }, configuration];
      expect(filterConfigurations(others, words[4] ?? '')).toEqual([configuration]);
    },
  );
});
