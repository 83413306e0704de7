import {
  compileAssembly,
  requireSmallConstants,
  sharedMemoryFlags,
  writeModules,
} from '@fashion-mnist/config/assembly';

const root = new URL('../', import.meta.url);
const wasm = await compileAssembly(root, 'kernels', sharedMemoryFlags);
await requireSmallConstants(wasm, 'kernels');
await writeModules(root, 'kernels-wasm.ts', { KERNELS_WASM: wasm });
