import { testInNodeAndBrowser } from '@fashion-mnist/config/vitest';

export default testInNodeAndBrowser({ isolate: false });
