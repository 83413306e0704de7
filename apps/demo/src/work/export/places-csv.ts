import type { ExportSource } from './export-source.ts';

/** A line for each image, with a heading; places are empty for images that the map does not show. */
export function placesCsv({ ids, splits, labels, classNames, positions }: ExportSource): string {
  const lines = Array.from(ids, (id) => {
    const split = splits.findLast(({ first }) => first <= id);
    const label = labels[id] ?? 0;
    const place = [positions[2 * id], positions[2 * id + 1]].map((value) =>
      value === undefined || Number.isNaN(value) ? '' : String(value),
    );
    return [id, split?.name, id - (split?.first ?? 0), label, quoted(classNames[label] ?? ''), ...place].join(
      ',',
    );
  });
  return `${['id,split,index,label,class,x,y', ...lines].join('\r\n')}\r\n`;
}

/** @see RFC 4180 */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
