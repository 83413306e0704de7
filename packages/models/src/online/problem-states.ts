/** Values of a problem in the order in which the kernel keeps them. */
const FIELDS = [
  'scale',
  'intercept',
  'step',
  'rate',
  'loss',
  'drift',
  'averageFactor',
  'averageDivisor',
  'averageIntercept',
  'positiveWeight',
  'negativeWeight',
  'positiveCode',
] as const;

export type ProblemField = (typeof FIELDS)[number];

/** The values of all problems as one array. */
export class ProblemStates {
  readonly data: Float64Array;

  constructor(data: Float64Array) {
    this.data = data;
  }

  /** Problems that have learned nothing yet. */
  static fresh(
    problems: readonly Pick<
      Record<ProblemField, number>,
      'positiveWeight' | 'negativeWeight' | 'positiveCode'
    >[],
    rate: number,
  ): ProblemStates {
    const first = { scale: 1, step: 1, averageDivisor: 1, rate };
    const values = problems.map(
      (problem): Partial<Record<ProblemField, number>> => ({ ...first, ...problem }),
    );
    return new ProblemStates(
      Float64Array.from(values.flatMap((value) => FIELDS.map((field) => value[field] ?? 0))),
    );
  }

  /** Values per problem. */
  static readonly LENGTH: number = FIELDS.length;

  get count(): number {
    return this.data.length / FIELDS.length;
  }

  get(problem: number, field: ProblemField): number {
    return this.data[problem * FIELDS.length + FIELDS.indexOf(field)]!;
  }

  set(problem: number, field: ProblemField, value: number): void {
    this.data[problem * FIELDS.length + FIELDS.indexOf(field)] = value;
  }
}
