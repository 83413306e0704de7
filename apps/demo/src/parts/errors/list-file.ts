/** Where a list comes from; stands in every file. */
export interface Provenance {
  readonly dataset: string;
  readonly title: string;
  readonly method: string;
  readonly model?: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

/** A row of a list: plain values by the names of columns. */
export type ListRow = Readonly<Record<string, string | number | boolean | undefined>>;

/** A list with its origin, as JSON. */
export function listAsJson(rows: readonly ListRow[], provenance: Provenance): string {
  return `${JSON.stringify({ provenance, items: rows }, undefined, 2)}\n`;
}

/**
 * A list as CSV with a header; the origin stands in columns at the end of every row, so that any reader of CSV takes it.
 *
 * @see RFC 4180
 */
export function listAsCsv(rows: readonly ListRow[], provenance: Provenance): string {
  const columns = [...Object.keys(rows[0] ?? {}), ...Object.keys(provenance)];
  const lines = rows.map((row) => {
    const values: ListRow = { ...row, ...provenance };
    return columns.map((column) => field(values[column])).join(',');
  });
  return `${[columns.map(field).join(','), ...lines].join('\r\n')}\r\n`;
}

function field(value: string | number | boolean | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
