import { copyFile } from 'node:fs/promises';
import { library } from '@fashion-mnist/config/tsup';

export default library(['src/index.ts'], {
  /** Gradients of tfjs-core are in the build, so its licence goes with them. */
  onSuccess: () =>
    copyFile(new URL('tfjs-licence.txt', import.meta.url), new URL('dist/tfjs-licence.txt', import.meta.url)),
});
