const SENTENCES: Readonly<Record<string, (message: string) => string>> = {
  E_DIVERGED: () =>
    'The loss grew beyond all measure. Take a smaller learning rate, and begin with a new network.',
  E_MEMORY: () => NO_MEMORY,
  E_BACKEND: (message) => `The network cannot be computed there in this browser (${message}).`,
  E_MODEL: (message) => `This file holds no network that can be used here (${message}).`,
  E_PIPELINE: (message) => `This file prepares images in a way that is not known here (${message}).`,
};

const NO_MEMORY = 'There is not enough memory. Take a smaller batch, fewer images or a lighter network.';

/** What engines and drivers say when memory runs out, who have no codes. */
const MEMORY_MESSAGE = /out of memory|allocation failed|requested texture size|context lost/i;

/** An error whose message is a sentence for the reader. */
export function inWords(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const { code } = (error ?? {}) as { readonly code?: unknown };
  const sentence = typeof code === 'string' ? SENTENCES[code]?.(message) : undefined;
  if (sentence !== undefined) return new Error(sentence, { cause: error });
  return new Error(MEMORY_MESSAGE.test(message) ? NO_MEMORY : message, { cause: error });
}
