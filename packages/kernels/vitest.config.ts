import { testInNodeAndBrowser } from '@fashion-mnist/config/vitest';

/** Kernels and twins are the same code on both platforms; that they agree there too, the functions above them show. */
export default testInNodeAndBrowser({
  nodeOnly: [
    'src/{components,products,twins}/**',
    'src/neighbors/!(exact-neighbors).test.ts',
    'src/neighbors/manhattan/**',
  ],
  isolate: false,
});
