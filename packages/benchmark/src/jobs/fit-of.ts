import type { Parameters } from '../configuration.ts';
import { canonicalJson } from './canonical-json.ts';
import type { JobDescription } from './job.ts';

/**
 * What a job really fits, as a text: jobs with the same one have the same outcome, because the classifier does not look
 * at the parameters in which they differ.
 */
export function fitOf({ name, parameter, ...rest }: JobDescription): string {
  const ignored = IGNORED[name]?.(parameter) ?? [];
  const used = Object.entries(parameter).filter(([key]) => !ignored.includes(key));
  const { dataset, defaults, packageVersion, preprocessing, repeat, samples, seed } = rest;
  return canonicalJson({
    name,
    parameter: Object.fromEntries(used),
    defaults,
    dataset,
    samples,
    preprocessing,
    repeat,
    seed,
    packageVersion,
  });
}

/** @see sklearn.svm.LinearSVC: with 'crammer_singer', "the options loss, penalty and dual will be ignored" */
const IGNORED: Readonly<Record<string, (parameter: Parameters) => readonly string[]>> = {
  LinearSVC: ({ multi_class }) => (multi_class === 'crammer_singer' ? ['loss', 'penalty', 'dual'] : []),
};
