import { build } from 'vite';

const [, , root, outDir] = process.argv;
await build({
  root,
  base: './',
  logLevel: 'error',
  worker: { format: 'es' },
  build: { outDir, target: 'es2022' },
});
