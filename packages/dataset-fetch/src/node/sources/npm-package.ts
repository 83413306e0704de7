import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportProgress } from '@fashion-mnist/core';
import { runCommand } from './run-command.ts';
import type { OpenSource, SourceContext } from './source.ts';
import { openTemporaryFolder } from './temporary-folder.ts';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** A package of npm's registry, had by npm with the user's own settings; its scripts are not run. */
export function openNpmPackage(
  specifier: string,
  folder: string,
  context: SourceContext,
): Promise<OpenSource> {
  return openTemporaryFolder(context, async (temporary) => {
    await writeFile(join(temporary, 'package.json'), '{"private":true}');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
    const progress = { stage: 'install', total: 1, unit: 'packages', detail: specifier };

    reportProgress(context.onProgress, { ...progress, completed: 0 });
    await runCommand(NPM, ['install', ...options, specifier], temporary, context);
    reportProgress(context.onProgress, { ...progress, completed: 1 });
    const name = specifier.slice(0, specifier.lastIndexOf('@'));
    return join(temporary, 'node_modules', name, folder);
  });
}
