import { readFile } from 'node:fs/promises';
import { publishFile } from './publish-file.ts';

const DEMOTION_MS = 7 * 86_400_000;

/** Remembers for a week which sources served wrong bytes, so that they are asked last. */
export class MirrorHealth {
  readonly #path: string;

  /** @param path - The file that remembers. */
  constructor(path: string) {
    this.#path = path;
  }

  /** The sources in their order, demoted ones behind all others. */
  async order<Source>(sources: readonly Source[], labelOf: (source: Source) => string): Promise<Source[]> {
    const demoted = await this.#read();
    const isDemoted = (source: Source) => demoted.has(labelOf(source));
    return [...sources.filter((source) => !isDemoted(source)), ...sources.filter(isDemoted)];
  }

  async demote(label: string): Promise<void> {
    const demoted = await this.#read();
    demoted.set(label, Date.now());
    const text = `${JSON.stringify(Object.fromEntries(demoted), undefined, 2)}\n`;
    // Losing this note costs a request to a bad mirror, not a wrong byte.
    await publishFile(this.#path, new TextEncoder().encode(text)).catch(() => {});
  }

  async #read(): Promise<Map<string, number>> {
    try {
      const entries = Object.entries(JSON.parse(await readFile(this.#path, 'utf8')) as object);
      return new Map(entries.filter(([, time]) => Math.abs(Date.now() - Number(time)) < DEMOTION_MS));
    } catch {
      return new Map();
    }
  }
}
