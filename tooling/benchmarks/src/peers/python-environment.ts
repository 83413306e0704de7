import { fileURLToPath } from 'node:url';
import { THREADS } from '../threads.ts';

/** The system's own, whatever is first on the path. */
export const PYTHON = '/usr/bin/python3';

const THREAD_VARIABLES = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'NUMBA_NUM_THREADS'];

/** Path of one of the scripts in `python/`. */
export function pythonScript(name: string): string {
  return fileURLToPath(new URL(`../../python/${name}`, import.meta.url));
}

/** The environment without what would choose other kernels or threads for a library, or leave files behind. */
export function pythonEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(OPENBLAS|PYTHON|OMP|NUMBA)/.test(name),
  );
  const threads = THREAD_VARIABLES.map((name) => [name, String(THREADS)]);
  return { ...Object.fromEntries([...inherited, ...threads]), PYTHONDONTWRITEBYTECODE: '1' };
}
