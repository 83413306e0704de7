import type { Command } from 'commander';
import { createProgram } from '../src/program.ts';

/** A command and how it is called. */
export interface Walked {
  readonly command: Command;
  /** `leaderboard run`; empty for the program itself. */
  readonly path: string;
}

/** The program and all its commands, those of `train` included. */
export async function walkCommands(): Promise<readonly Walked[]> {
  return walk({ command: await createProgram(['train'], new AbortController().signal), path: '' });
}

function walk({ command, path }: Walked): readonly Walked[] {
  const subs = command.commands.map((sub) => ({ command: sub, path: `${path} ${sub.name()}`.trim() }));
  return [{ command, path }, ...subs.flatMap(walk)];
}
