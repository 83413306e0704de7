import { PYTHON } from '../peers/python-environment.ts';
import { runPython } from '../peers/run-python.ts';
import type { AbsentContender, Contender } from '../runner/benchmark.ts';

const BYTES_PER_MB = 1e6;

/** Peak memory of a Python process that reads files as mnist_reader.py does, above one that has imported NumPy. */
export async function memoryOfReading(
  name: string,
  paths: readonly string[],
): Promise<Contender | AbsentContender> {
  try {
    await peakBytes([]);
  } catch {
    return { name, reason: `${PYTHON} or NumPy is missing, or the system is not Linux` };
  }
  return { name, measure: async () => ((await peakBytes(paths)) - (await peakBytes([]))) / BYTES_PER_MB };
}

async function peakBytes(paths: readonly string[]): Promise<number> {
  return Number(await runPython('mnist_reader_memory.py', paths));
}
