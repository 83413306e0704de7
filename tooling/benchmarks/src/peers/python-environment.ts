import { fileURLToPath } from 'node:url';

/** The system's own, whatever is first on the path. */
export const PYTHON = '/usr/bin/python3';

/** Path of one of the scripts in `python/`. */
export function pythonScript(name: string): string {
  return fileURLToPath(new URL(`../../python/${name}`, import.meta.url));
}

/** The environment without what would choose other kernels for NumPy, or leave files behind. */
export function pythonEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(OPENBLAS|PYTHON)/.test(name));
  return { ...Object.fromEntries(inherited), PYTHONDONTWRITEBYTECODE: '1' };
}
