import { DatasetFetchError } from '@fashion-mnist/dataset-fetch';
import { IdxFormatError } from '@fashion-mnist/idx-format';
import { KernelsError } from '@fashion-mnist/kernels';
import { ModelsError } from '@fashion-mnist/models';
import { VisualizeError } from '@fashion-mnist/visualize';
import { CommanderError } from 'commander';
import { UsageError } from './usage-error.ts';

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

/** The exit code for whatever ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof DatasetFetchError) return fetchExitCode(error);
  if (error instanceof IdxFormatError) return EXIT.invalidData;
  if (isSystemError(error)) return EXIT.fileSystem;
  return EXIT.wrongUse;
}

/** Whether an error is meant for the user, who needs its message, and not for a developer, who needs its stack. */
export function isExpected(error: unknown): boolean {
  const expected = [
    CommanderError,
    UsageError,
    DatasetFetchError,
    IdxFormatError,
    KernelsError,
    ModelsError,
    VisualizeError,
  ];
  return expected.some((kind) => error instanceof kind) || isSystemError(error);
}

/** The stable code of an error, for programs. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'E_INTERNAL';
}

function fetchExitCode({ code }: DatasetFetchError): number {
  switch (code) {
    case 'E_UNKNOWN_DATASET':
      return EXIT.wrongUse;
    case 'E_CACHE':
      return EXIT.fileSystem;
    case 'E_OFFLINE':
    case 'E_NO_SOURCE':
      return EXIT.network;
    case 'E_INTEGRITY':
      return EXIT.integrity;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
