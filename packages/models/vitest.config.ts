import { testInNodeAndBrowser } from '@fashion-mnist/config/vitest';

/** Estimators are the same code on both platforms; that they agree there too, `test/every-estimator.test.ts` shows. */
export default testInNodeAndBrowser({ nodeOnly: ['src/!(deep)/**'], isolate: false });
