import { SHELL_SCRIPTS, type Shell } from '../completion/shell-scripts.ts';
import type { CommandContext, CommonOptions } from '../context.ts';

export async function completionCommand(
  shell: Shell,
  _: CommonOptions,
  { print }: CommandContext,
): Promise<void> {
  const script = SHELL_SCRIPTS[shell];
  print([script.trimEnd()], { shell, script });
}
