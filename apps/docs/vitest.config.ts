import { testInNode } from '@fashion-mnist/config/vitest';

export default testInNode({ exclude: ['**/node_modules/**', 'test/long/**'] });
