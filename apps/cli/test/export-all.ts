import { join } from 'node:path';
import { runCli } from '../src/run-cli.ts';

/** A program that exports a dataset in every form, to save starts: `export-all.ts DEFINITION FOLDER`. */
const FORMS = [['idx'], ['idx', '--gzip'], ['csv'], ['png'], ['npz'], ['projector']] as const;

const [definition = '', folder = ''] = process.argv.slice(2);
for (const [index, [to, ...options]] of FORMS.entries()) {
  const out = join(folder, `${index}`);
  process.exitCode = await runCli(['export', definition, '--quiet', '--to', to, '--out', out, ...options]);
  if (process.exitCode !== 0) break;
}
