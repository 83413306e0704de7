import type { DatasetDefinition, DatasetSource, FileIdentity } from '../registry/dataset-definition.ts';
import { askInTurn } from '../sources/ask-in-turn.ts';
import { exhaustedError, isWrongContent } from '../sources/exhausted-error.ts';
import { labelOf } from '../sources/label-of.ts';
import type { DatasetCache } from './cache/dataset-cache.ts';
import { MirrorHealth } from './cache/mirror-health.ts';
import type { ObtainedFile, ObtainOptions } from './obtain-options.ts';
import { openSource } from './sources/open-source.ts';
import { stopOnListenerError } from './stop-on-listener-error.ts';
import { takeFile } from './take-file.ts';

/**
 * Has the missing files from the first source that gives them, and publishes them in the cache.
 *
 * @throws {DatasetFetchError} `E_NO_SOURCE`, `E_INTEGRITY` - with every source that was tried; `E_CACHE`.
 */
export async function fetchMissing(
  definition: DatasetDefinition,
  missing: readonly FileIdentity[],
  cache: DatasetCache,
  callerOptions: ObtainOptions,
): Promise<ReadonlyMap<FileIdentity, ObtainedFile>> {
  const obtained = new Map<FileIdentity, ObtainedFile>();
  if (missing.length === 0) return obtained;
  const options = stopOnListenerError(callerOptions);
  const health = new MirrorHealth(cache.statePath('demoted-sources.json'));
  const sources = await health.order(options.sources ?? definition.sources, labelOf);

  const failures = await askInTurn(
    [...keptArchives(missing, cache), ...sources],
    async (source) => {
      const wanted = missing.filter((file) => !obtained.has(file));
      try {
        for await (const file of takeFrom(source, wanted, cache, options)) obtained.set(file.file, file);
      } catch (error) {
        if (isWrongContent(error)) await health.demote(labelOf(source));
        throw error;
      }
    },
    options,
  );
  if (failures === undefined) return obtained;
  const byLabel = new Map(Array.from(failures, ([source, error]) => [labelOf(source), error]));
  throw exhaustedError(definition, byLabel);
}

async function* takeFrom(
  source: DatasetSource,
  wanted: readonly FileIdentity[],
  cache: DatasetCache,
  options: ObtainOptions,
): AsyncGenerator<ObtainedFile> {
  const opened = await openSource(source, { ...options, statePath: (name) => cache.statePath(name) });
  try {
    for (const file of wanted) {
      options.signal?.throwIfAborted();
      const { wrapping } = await takeFile(opened, file, cache, options.signal);
      yield { file, path: cache.pathOf(file), origin: labelOf(source), wrapping };
    }
  } finally {
    await opened.close();
  }
}

/** An archive that was fetched for another dataset of the family is the nearest source. */
function keptArchives(missing: readonly FileIdentity[], cache: DatasetCache): readonly DatasetSource[] {
  const inArchives = missing.some(({ archive }) => archive !== undefined);
  return inArchives ? [{ kind: 'folder', path: cache.directory }] : [];
}
