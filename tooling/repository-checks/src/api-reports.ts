import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The declarations of one module that users import, as it is built, and the file that shows them to reviewers. */
interface DeclaredEntry {
  readonly folder: string;
  readonly declarations: string;
  /** In `api/`, without `.api.md`: `index`, `deep`, `index.browser`. */
  readonly reportName: string;
}

type ExportTarget = string | { readonly [condition: string]: ExportTarget };

/**
 * Compares the committed reports of all entries with what is built, or writes them anew.
 *
 * @param isRenewed - Whether to write reports that are stale.
 * @returns Reports that were stale, by their paths in the repository.
 */
export function staleApiReports(isRenewed: boolean): readonly string[] {
  const freshFolder = mkdtempSync(join(tmpdir(), 'fashion-mnist-api-'));
  try {
    return compareReports(isRenewed, freshFolder);
  } finally {
    rmSync(freshFolder, { recursive: true });
  }
}

function compareReports(isRenewed: boolean, freshFolder: string): readonly string[] {
  const entries = declaredEntries();
  const configurations = entries.map((entry) => configurationOf(entry, freshFolder));
  const [first] = configurations;
  if (first === undefined) throw new Error('expected packages with entries, got none');
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: entries.map(({ declarations }) => declarations),
  });
  return configurations.flatMap((configuration) => {
    const result = Extractor.invoke(configuration, {
      compilerState,
      localBuild: isRenewed,
      messageCallback: (message) => {
        message.handled = true;
        if (message.logLevel === ExtractorLogLevel.Error) throw new Error(message.text);
      },
    });
    return result.apiReportChanged ? [configuration.reportFilePath.slice(root.length)] : [];
  });
}

/** Reports that belong to no entry any more. */
export function abandonedApiReports(): readonly string[] {
  const expected = new Set(
    declaredEntries().map(({ folder, reportName }) => join(folder, 'api', `${reportName}.api.md`)),
  );
  return readdirSync(join(root, 'packages'))
    .flatMap((name) => reportsIn(join(root, 'packages', name, 'api')))
    .filter((path) => !expected.has(path));
}

function reportsIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}

function declaredEntries(): readonly DeclaredEntry[] {
  return readdirSync(join(root, 'packages')).flatMap((name) => {
    const folder = join(root, 'packages', name);
    const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return Object.entries<ExportTarget>(exports).flatMap(([entry, target]) => {
      const reportName = entry === '.' ? 'index' : entry.slice('./'.length);
      return declarationsOf(target).map(({ path, suffix }) => ({
        folder,
        declarations: join(folder, path),
        reportName: `${reportName}${suffix}`,
      }));
    });
  });
}

/** Declarations of an entry, and those of its half for browsers where that has other ones. */
function declarationsOf(target: ExportTarget, suffix = ''): readonly { path: string; suffix: string }[] {
  if (typeof target === 'string') return [];
  const own = typeof target['types'] === 'string' ? [{ path: target['types'], suffix }] : [];
  const { browser } = target;
  return browser === undefined ? own : [...own, ...declarationsOf(browser, '.browser')];
}

function configurationOf(
  { folder, declarations, reportName }: DeclaredEntry,
  freshFolder: string,
): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObjectFullPath: join(folder, 'api-extractor.json'),
    packageJsonFullPath: join(folder, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions: COMPILER_OPTIONS, files: [declarations] } },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: reportName,
        reportFolder: join(folder, 'api'),
        reportTempFolder: freshFolder,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      messages: {
        compilerMessageReporting: SILENT,
        extractorMessageReporting: SILENT,
        tsdocMessageReporting: SILENT,
      },
    },
  });
}

/** Docstrings have a check of their own, and it asks for more. */
const SILENT = { default: { logLevel: ExtractorLogLevel.None } };

const COMPILER_OPTIONS = {
  target: 'es2022',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  lib: ['es2023', 'dom', 'esnext.disposable'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
};
