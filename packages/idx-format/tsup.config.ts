import { library } from '@fashion-mnist/config/tsup';

export default library(
  [
    'src/index.ts',
    'src/gzip/node.ts',
    'src/gzip/web.ts',
    'src/random-access/node.ts',
    'src/random-access/web.ts',
  ],
  // Declares `Symbol.asyncDispose` for users whose own `lib` is older.
  { dts: { entry: 'src/index.ts', banner: '/// <reference lib="esnext.disposable" />' } },
);
