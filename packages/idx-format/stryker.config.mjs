import { mutationTests } from '@fashion-mnist/config/stryker';

export default mutationTests([
  'src/**/*.ts',
  '!src/**/*.test.ts',
  '!src/gzip/{gzip-cases,damaged-deflate,decoders-under-test,flip-bits}.ts',
]);
