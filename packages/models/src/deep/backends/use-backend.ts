import { env, getGradient, setBackend } from '@tensorflow/tfjs-core';
import { ModelsError } from '../../errors.ts';
import { type BackendName, type LoadOptions, loadBackend } from './load-backend.ts';
import { currentPlatform, type Platform } from './platform.ts';

/** How `useBackend` starts a backend of tfjs. */
export interface UseBackendOptions extends LoadOptions {
  /** Whether tfjs keeps its hints and warnings to itself from now on, for programs whose console is theirs. @default false */
  readonly isSilent?: boolean | undefined;
}

/** Which backend computes from now on. */
export interface BackendInUse {
  readonly name: BackendName;
  /** Why it is not a faster one, or what cannot be done with it; `null` when there is nothing to say. */
  readonly note: string | null;
}

/** Fastest first. */
const CANDIDATES: Readonly<Record<Platform, readonly BackendName[]>> = {
  node: ['simd', 'cpu'],
  page: ['webgpu', 'webgl', 'cpu'],
  worker: ['webgpu', 'webgl', 'simd', 'cpu'],
};

/**
 * Loads a backend of tfjs and computes on it from now on. Networks are on the backend that they were created on.
 *
 * @param name - `auto`: in Node `simd`; in pages `webgpu` or else `webgl`, and in their workers `simd` where there is
 *   neither; `cpu` where nothing else can be had. Packages of backends are to be installed beside this one; in bundles
 *   `@tensorflow/tfjs-backend-webgl` and `-webgpu` are to be imported by the program itself.
 * @param options.threads - Of `simd`, `1..64`; a `simd` that has been used before is started anew, and its tensors are
 *   lost. @default as many as there are cores
 * @param options.wideVectors - Of `simd`, which is started anew too; its results are the same. @default 'auto'
 * @throws {ModelsError} `E_BACKEND` - the backend cannot be had here; its message says why.
 * @remarks On a page's own thread `simd` has to be asked for: the page stands still while it computes, so a worker is the
 *   better place. Gradients are registered where tfjs-core has left them out, as its bundle for Node does.
 */
export async function useBackend(
  name: BackendName | 'auto' = 'auto',
  { isSilent = false, ...options }: UseBackendOptions = {},
): Promise<BackendInUse> {
  if (isSilent) env().set('PROD', true);
  const candidates = name === 'auto' ? CANDIDATES[currentPlatform()] : [name];
  const failures: string[] = [];
  for (const candidate of candidates) {
    const failure = await failureOf(candidate, options);
    if (failure === undefined) return { name: candidate, note: await noteOn(candidate, failures) };
    failures.push(`${candidate}: ${failure}`);
  }
  throw new ModelsError('E_BACKEND', `expected a backend of tfjs; ${failures.join('; ')}`);
}

/** Why a backend cannot be had; undefined when it is in use now. */
async function failureOf(name: BackendName, options: LoadOptions): Promise<string | undefined> {
  try {
    await loadBackend(name, options);
    return (await setBackend(name)) ? undefined : 'it does not start here';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function noteOn(name: BackendName, failures: readonly string[]): Promise<string | null> {
  const notes = [...failures];
  if (!(await hasGradients())) notes.push('no gradients: it can predict, not train');
  if (name === 'simd' && currentPlatform() === 'page')
    notes.push('the page stands still while it computes: use it in a worker');
  return notes.length === 0 ? null : notes.join('; ');
}

async function hasGradients(): Promise<boolean> {
  if (getGradient('Add') != null) return true;
  try {
    const { registerGradients } = await import('@fashion-mnist/tfjs-backend-simd');
    registerGradients();
    return true;
  } catch {
    return false;
  }
}
