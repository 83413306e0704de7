import { testInNodeAndBrowser } from '@fashion-mnist/config/vitest';

/** Parts of methods are the same code on both platforms; that they agree there too, whole maps and their sessions show. */
export default testInNodeAndBrowser({
  nodeOnly: [
    'src/{pictures,quality}/**',
    'src/reference/reference-*.test.ts',
    'src/tsne/!(tsne*).test.ts',
    'src/umap/!(umap*).test.ts',
  ],
  isolate: false,
});
