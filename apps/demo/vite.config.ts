import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [precompress()],
  resolve: { conditions: ['@fashion-mnist/source', 'module', 'browser', 'development|production'] },
  server: { headers },
  preview: { headers },
  worker: { format: 'es' },
  build: { target: 'es2022', modulePreload: { polyfill: false } },
});
