import { markdownTable } from '@fashion-mnist/benchmarks/markdown-table';
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
      [...imports].toSorted().join(', ') || 'nothing of ours',
    ]),
  );
  return markdownTable(['layer', 'workspace', 'imports'], rows);
}
