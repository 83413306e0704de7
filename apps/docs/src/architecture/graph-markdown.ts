import { essentialImports, type GraphNode, layersOf } from './import-graph.ts';

/** The graph as a drawing for GitHub, and as a table of every import. */
export function graphMarkdown(graph: readonly GraphNode[]): string {
  return `${drawing(graph)}\n\n${table(graph)}\n`;
}

function drawing(graph: readonly GraphNode[]): string {
  const essential = essentialImports(graph);
  const arrows = graph.flatMap(({ name }) =>
    (essential.get(name) ?? []).toSorted().map((imported) => `  ${name} --> ${imported}`),
  );
  return ['```mermaid', 'graph TD', ...arrows, '```'].join('\n');
}

function table(graph: readonly GraphNode[]): string {
  const rows = layersOf(graph).flatMap((layer, height) =>
    layer.map(({ name, folder, imports }) => [
      String(height),
      `[\`${name}\`](${folder})`,
      [...imports]
        .toSorted(byName)
        .map(([imported, files]) => `${imported} (${files})`)
        .join(', ') || 'nothing of ours',
    ]),
  );
  return alignedTable([['layer', 'workspace', 'imports (files that do)'], ...rows]);
}

const byName = ([a]: readonly [string, number], [b]: readonly [string, number]) => (a < b ? -1 : 1);

/** A table whose columns are aligned, as in our other documents. The first row is its head. */
function alignedTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}
