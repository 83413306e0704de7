import { DatasetFetchError, type FetchAttempt } from '../errors.ts';
import type { DatasetDefinition } from '../registry/dataset-definition.ts';

/** Every source has failed: which, why, and what to do. */
export function exhaustedError(
  definition: DatasetDefinition,
  failures: ReadonlyMap<string, unknown>,
): DatasetFetchError {
  const attempts = Array.from(failures, ([source, error]): FetchAttempt => {
    return { source, reason: error instanceof Error ? error.message : String(error) };
  });
  const list = attempts.map(({ source, reason }) => `\n  - ${source}: ${reason}`).join('');
  const wrong = [...failures.values()].filter(isWrongContent).length;
  return new DatasetFetchError(
    wrong > 0 ? 'E_INTEGRITY' : 'E_NO_SOURCE',
    `cannot get ${definition.title}, ${describeProblem(wrong, attempts.length)}:${list || ' none was given'}\n` +
      'Check the network and the proxy settings, or fetch the files elsewhere and name their folder (--from DIR).',
    { attempts },
  );
}

/** Whether a source answered, but with other bytes. */
export function isWrongContent(error: unknown): boolean {
  return error instanceof DatasetFetchError && (error.code === 'E_INTEGRITY' || error.code === 'E_ARCHIVE');
}

function describeProblem(wrong: number, all: number): string {
  if (wrong === 0) return 'no source could be reached';
  if (wrong > 1 && wrong === all)
    return 'every source has other content under its name: the published files or our registry have changed';
  return 'a source has other content under its name';
}
