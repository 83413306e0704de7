import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { library } from '@fashion-mnist/config/tsup';

const publicEntries = ['src/index.ts', 'src/class-colors.ts', 'src/view/index.ts'];
const workers = ['spawn.node', 'spawn.browser', 'worker.node', 'worker.browser'];

export default library([...publicEntries, ...workers.map((name) => `src/reference/${name}.ts`)], {
  publicEntries,
  /** The outlines of Inter are in the build, so its licence goes with them. */
  onSuccess: () => {
    const licence = createRequire(import.meta.url).resolve('@fontsource/inter/LICENSE');
    return copyFile(licence, new URL('dist/inter-licence.txt', import.meta.url));
  },
});
