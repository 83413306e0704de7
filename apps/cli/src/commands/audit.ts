import { auditImages } from '../audit/audit-images.ts';
import { type AuditOutputOptions, requireAuditOutputs, writeAuditOutputs } from '../audit/audit-outputs.ts';
import { loadAuditedImages } from '../audit/audited-images.ts';
import { compareWithList, readImageList } from '../audit/compare-with-list.ts';
import { describeAudit } from '../audit/describe-audit.ts';
import type { CommandContext, CommonOptions } from '../context.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { threadCount } from '../threads.ts';

export interface AuditCommandOptions extends CommonOptions, AuditOutputOptions {
  readonly near: number;
  readonly labels: boolean;
  readonly folds: number;
  readonly seed: number;
  readonly count?: number;
  readonly threads?: number;
  readonly compare?: string;
  readonly list: number;
  readonly force?: boolean;
  readonly cacheDir?: string;
}

export async function auditCommand(
  argument: string,
  options: AuditCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { near: levels, compare, list, force = false } = options;
  const { signal } = context;
  await requireAuditOutputs(options, force);
  const known = compare === undefined ? undefined : await readImageList(compare, signal);
  const definition = await resolveDataset(argument);
  const images = await loadAuditedImages(definition, options, context);
  const threads = threadCount(options.threads);
  const found = await auditImages(images, { ...options, levels, threads }, context);
  const suspects = found.doubtfulLabels?.suspects ?? [];
  const comparison =
    compare === undefined || known === undefined ? null : compareWithList(compare, known, images, suspects);
  const report = { ...found, comparison };
  const written = await writeAuditOutputs(options, report, images, { force, signal });
  context.print(
    [...describeAudit(definition.title, report, list), ...written.map((path) => `wrote ${path}`)],
    { ...report, out: written },
  );
}
