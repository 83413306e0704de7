/** Rows that a part takes, of single elements and at most of rows of several: their sums are float32. */
const LINE_PART = 16_384;
const MOST_ROWS_PER_PART = 1024;
const LEAST_ROWS_PER_PART = 64;

/** Blocks of rows that become one row for each of their parts. */
export interface ReductionStage {
  readonly blocks: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowsPerPart: number;
  readonly parts: number;
}

/** The stages, one upon the other, that reduce some dimensions of a shape: fixed by the shape alone. */
export function reductionStages(
  shape: readonly number[],
  axes: readonly number[],
): readonly ReductionStage[] {
  const stages: ReductionStage[] = [];
  const lengths = [...shape];
  for (let end = shape.length; end > 0; ) {
    let start = end;
    while (start > 0 && axes.includes(start - 1)) start--;
    const rows = product(lengths.slice(start, end));
    lengths.fill(1, start, end);
    if (rows > 1)
      stages.push(...stagesOf(product(lengths.slice(0, start)), rows, product(lengths.slice(end))));
    end = Math.min(start, end - 1);
  }
  return stages;
}

function stagesOf(blocks: number, rows: number, columns: number): readonly ReductionStage[] {
  const few = Math.max(LEAST_ROWS_PER_PART, Math.floor(LINE_PART / columns));
  const rowsPerPart = columns === 1 ? LINE_PART : Math.min(MOST_ROWS_PER_PART, few);
  const parts = Math.ceil(rows / rowsPerPart);
  const stage = { blocks, rows, columns, rowsPerPart, parts };
  return parts === 1 ? [stage] : [stage, ...stagesOf(blocks, parts, columns)];
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((size, length) => size * length, 1);
}
