import { compileAssembly, writeModules } from '@fashion-mnist/config/assembly';

const root = new URL('../', import.meta.url);
/** Holds what src/compiled/memory-layout.ts lays out. */
const MEMORY_PAGES = 7;
/** Some browsers compile no more than this without waiting. */
const MOST_BYTES = 4096;

const flags = [`--initialMemory=${MEMORY_PAGES}`, `--maximumMemory=${MEMORY_PAGES}`];
const wasm = await compileAssembly(root, 'image-kernels', flags);
if (wasm.length > MOST_BYTES) throw new Error(`expected ${MOST_BYTES} bytes at most, got ${wasm.length}`);
await writeModules(root, 'image-kernels-wasm.ts', { IMAGE_KERNELS_WASM: wasm });
