import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PYTHON, pythonEnvironment, pythonScript } from './python-environment.ts';

/** What one of the scripts in `python/` prints, in a process of its own. @throws when it fails. */
export async function runPython(script: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(PYTHON, [pythonScript(script), ...args], {
    env: pythonEnvironment(),
  });
  return stdout;
}

/** The version of a module, or why it cannot be used here. */
export async function pythonModule(
  name: string,
): Promise<{ readonly version: string } | { readonly reason: string }> {
  const program = `import ${name}; print(${name}.__version__)`;
  try {
    const { stdout } = await promisify(execFile)(PYTHON, ['-c', program], { env: pythonEnvironment() });
    return { version: stdout.trim() };
  } catch {
    return { reason: `${PYTHON} or its module ${name} is missing` };
  }
}
