import { copyFile } from 'node:fs/promises';
import { library } from '@fashion-mnist/config/tsup';

const halves = ['browser', 'node'].map((platform) => `src/compute/join-vectors.${platform}.ts`);

export default library(['src/index.ts', ...halves], {
  publicEntries: ['src/index.ts'],
  /** Gradients of tfjs-core are in the build, so its licence goes with them. */
  onSuccess: () =>
    copyFile(new URL('tfjs-licence.txt', import.meta.url), new URL('dist/tfjs-licence.txt', import.meta.url)),
});
