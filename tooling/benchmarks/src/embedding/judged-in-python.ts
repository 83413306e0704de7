import { pythonModule, runPython } from '../peers/run-python.ts';
import type { AbsentContender, Contender } from '../runner/benchmark.ts';
import { computed } from '../runner/computed.ts';
import { once } from '../runner/once.ts';
import type { Producer } from './producer.ts';

/** The script that looks at what producers have left, and what it is told before their paths. */
export interface PythonJudge {
  readonly script: string;
  readonly args: readonly string[];
  /** The module that it needs most. */
  readonly module: string;
}

/** A contender whose figure is one of those that the judge has found for a producer. */
export type JudgedContender<Finding> = (
  producer: Producer,
  figureOf: (finding: Finding) => number,
) => Contender | AbsentContender;

/** Has one script judge the last results of all producers alike, once, when the first of its figures is wanted. */
export async function judgedInPython<Finding>(
  { script, args, module }: PythonJudge,
  producers: readonly Producer[],
): Promise<JudgedContender<Finding>> {
  const found = await pythonModule(module);
  const present = producers.filter(({ contender }) => 'measure' in contender);
  const findings = once(async () => {
    const answer = await runPython(script, [...args, ...present.map(({ path }) => path)]);
    return new Map(
      present.entries().map(([i, producer]) => [producer, (JSON.parse(answer) as Finding[])[i]]),
    );
  });
  return (producer, figureOf) => {
    if ('reason' in producer.contender) return producer.contender;
    const { name } = producer.contender;
    if ('reason' in found) return { name, reason: found.reason };
    return computed(name, async () => figureOf((await findings()).get(producer) as Finding));
  };
}
