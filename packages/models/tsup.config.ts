import { library } from '@fashion-mnist/config/tsup';

export default library(['src/index.ts', 'src/deep/index.ts'], {
  publicEntries: ['src/index.ts', 'src/deep/index.ts'],
});
