import type { Node } from 'jsonc-parser';
import { BenchmarkError } from '../errors.ts';

/** More of them do not help anybody. */
const SHOWN = 50;

/** Gathers what is wrong with a file, so that all of it is said at once. */
export class GridProblems {
  readonly #text: string;
  readonly #file: string;
  readonly #found: { readonly offset: number; readonly message: string }[] = [];

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  add({ offset }: Pick<Node, 'offset'>, message: string): void {
    this.#found.push({ offset, message });
  }

  /** What a function returns; if it throws `E_GRID`, that is a problem here. */
  attempt<T>(node: Pick<Node, 'offset'>, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BenchmarkError && error.code === 'E_GRID')) throw error;
      this.add(node, error.message);
      return undefined;
    }
  }

  /** @throws {BenchmarkError} `E_GRID` - one line for each problem, as `grid.json:12:9: …`, in the order of the file. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const lines = this.#found
      .toSorted((a, b) => a.offset - b.offset)
      .slice(0, SHOWN)
      .map(({ offset, message }) => `${this.#file}:${this.#position(offset)}: ${message}`);
    const hidden = this.#found.length - lines.length;
    throw new BenchmarkError('E_GRID', [...lines, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('\n'));
  }

  /** Line and column, both from 1. */
  #position(offset: number): string {
    const lines = this.#text.slice(0, offset).split(/\r\n|\r|\n/);
    return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  }
}
