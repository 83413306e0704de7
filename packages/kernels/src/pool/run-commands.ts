import type { BoundKernel } from '../compute/bind-kernels.ts';
import type { Command } from '../compute/command.ts';
import { KERNEL_NAMES } from '../compute/kernel-set.ts';

/** Carries out commands on this thread. `pause` is awaited before every piece; what it throws ends the run. */
export async function runCommands(
  kernels: readonly BoundKernel[],
  commands: readonly Command[],
  pause: (command: Command, begun: number) => Promise<void>,
): Promise<void> {
  for (const command of commands) {
    const { args, total, grain } = command;
    const kernel = kernels[KERNEL_NAMES.indexOf(command.kernel)]!;
    for (let begin = 0; begin < total; begin += grain) {
      await pause(command, begin);
      kernel(...args, begin, Math.min(begin + grain, total));
    }
  }
}
