import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, type ProjectReflection } from 'typedoc';
import { entryPoints } from './entry-points.ts';
import { mendAnchors } from './mend-anchors.ts';

/**
 * Writes a page for each entry point of each package, from its docstrings.
 * Types are not checked on the way: `npm test` does that in each package.
 */
export async function writeApi(out: string): Promise<void> {
  const entries = entryPoints();
  const options = {
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: entries.map(({ source }) => source),
    tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    skipErrorChecking: true,
    readme: 'none',
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    githubPages: false,
    outputFileStrategy: 'modules',
    hidePageHeader: true,
    hideBreadcrumbs: true,
    hideGroupHeadings: false,
    sanitizeComments: true,
    useHTMLEncodedBrackets: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    pageTitleTemplates: { index: 'API reference', module: '@fashion-mnist/{name}' },
    entryFileName: 'index',
    logLevel: 'Error',
    out,
  };
  const app = await Application.bootstrapWithPlugins(options as object);
  const project = await app.convert();
  if (project === undefined) throw new Error('typedoc: the sources could not be read, see above');
  nameModules(project, new Map(entries.map(({ source, name }) => [source, name])));
  app.options.setValue('disableSources', true);
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error('typedoc: the pages could not be written, see above');
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  const pages = new Map(paths.map((path) => [path, readFileSync(join(out, path), 'utf8')]));
  for (const [path, text] of mendAnchors(pages)) writeFileSync(join(out, path), text);
}

/** Names modules as they are imported; by themselves they are called after their folders. Drops paths of this machine. */
function nameModules(project: ProjectReflection, names: ReadonlyMap<string, string>): void {
  for (const reflection of project.children ?? []) {
    const source = reflection.sources?.[0]?.fullFileName ?? '';
    const name = names.get(source);
    if (name === undefined) throw new Error(`typedoc: ${source} is no entry point`);
    reflection.name = name.replace('@fashion-mnist/', '');
  }
  for (const reflection of Object.values(project.reflections)) {
    if ('sources' in reflection) delete reflection.sources;
  }
}
