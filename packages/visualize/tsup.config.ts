import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { writeThirdPartyLicences } from '@fashion-mnist/config/third-party-licences';
import { library } from '@fashion-mnist/config/tsup';

const publicEntries = ['src/index.ts', 'src/class-colors.ts', 'src/view/index.ts'];
const workers = ['spawn.node', 'spawn.browser', 'reference-worker.node', 'reference-worker.browser'];

export default library([...publicEntries, ...workers.map((name) => `src/reference/${name}.ts`)], {
  publicEntries,
  /** tsne-js and umap-js are in the build: tsne-js does not declare all that it imports, which ends builds of pages. */
  noExternal: ['tsne-js', 'umap-js'],
  esbuildOptions: (options) => {
    options.mainFields = ['browser', 'module', 'main'];
  },
  metafile: true,
  /** So their licences, and that of the outlines of Inter, go with them. */
  onSuccess: async () => {
    const licence = createRequire(import.meta.url).resolve('@fontsource/inter/LICENSE');
    await copyFile(licence, new URL('dist/inter-licence.txt', import.meta.url));
    await writeThirdPartyLicences(new URL('.', import.meta.url));
  },
});
