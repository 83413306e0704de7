import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reportProgress } from '@fashion-mnist/core';
import { runCommand } from './run-command.ts';
import type { OpenSource, SourceContext } from './source.ts';
import { openTemporaryFolder } from './temporary-folder.ts';

/** A Debian package, had from the machine's own archive with lists and cache of our own: no root, nothing installed. */
export function openDebianPackage(name: string, folder: string, context: SourceContext): Promise<OpenSource> {
  return openTemporaryFolder(context, async (temporary) => {
    const lists = join(temporary, 'lists');
    const cache = join(temporary, 'cache');
    await mkdir(join(lists, 'partial'), { recursive: true });
    await mkdir(join(cache, 'archives', 'partial'), { recursive: true });
    const progress = { stage: 'install', total: 1, unit: 'packages', detail: name };
    const own = ['-qq', '-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${cache}`];

    reportProgress(context.onProgress, { ...progress, completed: 0 });
    await runCommand('apt-get', [...own, 'update'], temporary, context);
    await runCommand('apt-get', [...own, 'download', name], temporary, context);
    const archive = (await readdir(temporary)).find((entry) => entry.endsWith('.deb'));
    if (archive === undefined) throw new Error(`apt-get download ${name} left no package`);
    await runCommand('dpkg-deb', ['-x', archive, 'package'], temporary, context);
    reportProgress(context.onProgress, { ...progress, completed: 1 });
    return join(temporary, 'package', folder);
  });
}
