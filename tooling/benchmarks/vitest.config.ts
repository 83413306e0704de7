import { testInNode } from '@fashion-mnist/config/vitest';

export default testInNode();
