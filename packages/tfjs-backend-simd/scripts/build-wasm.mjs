import {
  compileAssembly,
  requireSmallConstants,
  sharedMemoryFlags,
  writeModules,
} from '@fashion-mnist/config/assembly';

const root = new URL('../', import.meta.url);
const RELAXED = '--enable=relaxed-simd';

/**
 * `relaxed` multiplies and adds in one step where the processor can; older engines refuse it. `wide` has tiles for engines
 * that join neighbouring vectors to 256 bits.
 */
const BUILDS = {
  plain: ['--use=WIDE=0'],
  relaxed: [RELAXED, '--use=WIDE=0'],
  wide: [RELAXED, '--use=WIDE=1'],
};

const modules = {};
for (const [build, flags] of Object.entries(BUILDS)) {
  const name = `simd-${build}`;
  const wasm = await compileAssembly(root, name, [...sharedMemoryFlags, ...flags]);
  await requireSmallConstants(wasm, name);
  modules[`${build.toUpperCase()}_WASM`] = wasm;
}
await writeModules(root, 'simd-wasm.ts', modules);
