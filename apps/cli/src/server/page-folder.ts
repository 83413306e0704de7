import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../usage-error.ts';

/** The folder of the built page, from the package `@fashion-mnist/demo`. */
export function pageFolder(): string {
  const page = fileURLToPath(import.meta.resolve('@fashion-mnist/demo/index.html'));
  if (!existsSync(page))
    throw new UsageError(`the page is not built: run pnpm --filter @fashion-mnist/demo build`);
  return dirname(page);
}
