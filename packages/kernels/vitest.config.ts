import { testInNodeAndBrowser } from '@fashion-mnist/config/vitest';

/** Kernels and twins are the same code on both platforms; that they agree there too, the functions above them show. */
export default testInNodeAndBrowser({ nodeOnly: ['src/twins/**'], isolate: false });
