import { mutationTests } from '@fashion-mnist/config/stryker';

export default mutationTests([
  'src/**/*.ts',
  '!src/**/*.test.ts',
  '!src/gzip/{gzip-cases,decoders-under-test,flip-bits}.ts',
]);
