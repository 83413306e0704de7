import { Argument, type Command } from 'commander';
import { complete } from '../completion/complete.ts';
import { FILES_LINE, SHELLS } from '../completion/shell-scripts.ts';
import { type AddCommand, addExamples } from './options.ts';
import { run } from './run.ts';

const SETUP = `
Put a line into the start file of your shell, of bash ~/.bashrc:
  eval "$(fashion-mnist completion bash)"
of zsh ~/.zshrc, after compinit:
  source <(fashion-mnist completion zsh)
of fish ~/.config/fish/config.fish:
  fashion-mnist completion fish | source`;

/** The command that teaches a shell to complete the others, and the one that the shell asks then. */
export function addCompletionCommands(program: Command, add: AddCommand, signal: AbortSignal): void {
  const completion = add('completion', 'let the shell complete commands, options, datasets and files')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', SETUP)
    .action(run(async () => (await import('../commands/completion.ts')).completionCommand, signal));
  addExamples(completion, ['fashion-mnist completion bash']);

  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      const { candidates, hasFiles } = await complete(program, words);
      const lines = candidates.map(({ text, description }) =>
        description === '' ? text : `${text}\t${description}`,
      );
      console.log([...lines, ...(hasFiles ? [FILES_LINE] : [])].join('\n'));
    });
}
