import { DatasetFetchError } from '@fashion-mnist/dataset-fetch';
import { IdxFormatError } from '@fashion-mnist/idx-format';
import { CommanderError } from 'commander';
import { systemCode } from './system-code.ts';

/** What the exit code of the command says. */
export const EXIT = {
  done: 0,
  wrongUse: 1,
  invalidData: 2,
  network: 3,
  fileSystem: 4,
  integrity: 5,
  interrupted: 130,
  terminated: 143,
} as const;

/** What the codes of our packages say that do not stand for wrong use. */
const EXIT_OF_CODE: ReadonlyMap<string, number> = new Map([
  ['E_MODEL', EXIT.invalidData],
  ['E_GRID', EXIT.invalidData],
  ['E_PIPELINE', EXIT.invalidData],
  ['E_RESULTS', EXIT.invalidData],
  ['E_PHOTO', EXIT.invalidData],
  ['E_PHOTO_EMPTY', EXIT.invalidData],
  ['E_PHOTO_SIZE', EXIT.invalidData],
  ['E_LABELS', EXIT.invalidData],
  ['E_LIST', EXIT.invalidData],
  ['E_ANSWERS', EXIT.invalidData],
  ['E_INCOMPLETE', EXIT.invalidData],
  ['E_QUEUE', EXIT.network],
  ['E_LOCKED', EXIT.fileSystem],
  ['E_LISTEN', EXIT.fileSystem],
  ['E_DATASET', EXIT.integrity],
]);

/** The exit code for whatever ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof DatasetFetchError) return fetchExitCode(error);
  if (error instanceof IdxFormatError) return EXIT.invalidData;
  if (systemCode(error) !== '') return EXIT.fileSystem;
  return EXIT_OF_CODE.get(codeOf(error)) ?? EXIT.wrongUse;
}

/**
 * Whether an error is meant for the user, who needs its message, and not for a developer, who needs its stack: the
 * errors of our packages have codes `E_*`, those of the system their own.
 */
export function isExpected(error: unknown): boolean {
  const code = codeOf(error);
  return code !== INTERNAL && (code.startsWith('E_') || systemCode(error) !== '');
}

const INTERNAL = 'E_INTERNAL';

/** The stable code of an error, for programs. */
export function codeOf(error: unknown): string {
  if (error instanceof CommanderError) return 'E_USAGE';
  return error instanceof Error && 'code' in error ? String(error.code) : INTERNAL;
}

function fetchExitCode({ code }: DatasetFetchError): number {
  switch (code) {
    case 'E_UNKNOWN_DATASET':
      return EXIT.wrongUse;
    case 'E_DEFINITION':
    case 'E_ARCHIVE':
    case 'E_SHAPE':
    case 'E_PAIR_COUNT':
    case 'E_LABEL_RANGE':
      return EXIT.invalidData;
    case 'E_CACHE':
      return EXIT.fileSystem;
    case 'E_OFFLINE':
    case 'E_NO_SOURCE':
      return EXIT.network;
    case 'E_INTEGRITY':
      return EXIT.integrity;
  }
}
