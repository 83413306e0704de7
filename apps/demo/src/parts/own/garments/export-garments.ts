import { writeIdx } from '@fashion-mnist/idx-format';
import type { Garment } from './garment.ts';

const SIDE = 28;

/** What a garment is exported as. */
export type ExportedGarment = Pick<Garment, 'name' | 'label'> & {
  readonly conversion: Pick<Garment['conversion'], 'pixels'>;
};

/** `images-idx3-ubyte.gz` of `fashion-mnist convert`: shape `[count, 28, 28]`. */
export function imagesFile(exported: readonly ExportedGarment[]): Promise<Blob> {
  const shape = [exported.length, SIDE, SIDE];
  return packed(
    shape,
    exported.map(({ conversion }) => conversion.pixels),
  );
}

/** `labels-idx1-ubyte.gz`; undefined while a garment has no label, as `convert` writes none then. */
export function labelsFile(exported: readonly ExportedGarment[]): Promise<Blob> | undefined {
  const labels = exported.flatMap(({ label }) => label ?? []);
  if (labels.length < exported.length) return undefined;
  return packed([labels.length], [Uint8Array.from(labels)]);
}

async function packed(shape: readonly number[], records: readonly Uint8Array[]): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of writeIdx({ type: 'uint8', shape }, records, { compression: 'gzip' }))
    parts.push(chunk.slice());
  return new Blob(parts, { type: 'application/gzip' });
}

/** `file,label`, the table that `fashion-mnist convert --labels` reads; a garment without a label has an empty field. */
export function labelsTable(exported: readonly ExportedGarment[]): string {
  const rows = exported.map(({ name, label }) => [name, label?.toString() ?? '']);
  return [['file', 'label'], ...rows].map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

/** @see RFC 4180 */
function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
