import { ModelsError } from '../../errors.ts';

type Maker = (options: never) => object;

/**
 * The value that a function makes of what JSON says of it: `{ kind: 'adam', beta1: 0.8 }` is `adam({ beta1: 0.8 })`.
 *
 * @param owner - What is described, as it stands at the start of messages.
 * @param makers - By kind.
 * @throws {ModelsError} `E_OPTION` - it has no kind, an unknown one, or an option that the function refuses.
 */
export function parseDescribed<T>(
  owner: string,
  makers: Readonly<Record<string, Maker>>,
  description: unknown,
): T {
  const { kind, ...options } = requireDescription(owner, description);
  const make = typeof kind === 'string' && Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  if (make !== undefined) return make(options as never) as T;
  const kinds = Object.keys(makers).join(', ');
  throw new ModelsError(
    'E_OPTION',
    `${owner}.kind: expected one of ${kinds}, got ${JSON.stringify(kind) ?? 'none'}`,
  );
}

function requireDescription(owner: string, description: unknown): Readonly<Record<string, unknown>> {
  if (typeof description === 'object' && description !== null && !Array.isArray(description))
    return description as Readonly<Record<string, unknown>>;
  throw new ModelsError('E_OPTION', `${owner}: expected { kind, … }, got ${typeof description}`);
}
