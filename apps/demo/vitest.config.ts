import { testInNodeAndBrowser } from '@fashion-mnist/config/vitest';

/** Workers and the address bar are a browser's: files named `*.browser.test.ts` are left out in Node. */
export default testInNodeAndBrowser({
  isolate: false,
  maxWorkers: 2,
  browserOnly: ['**/*.browser.test.ts'],
  prepared: [
    'comlink',
    ...['fast-png', 'umap-js', 'tsne-js'].map((name) => `@fashion-mnist/visualize > ${name}`),
  ],
});
