import { describe, expect, it } from 'vitest';
import { filledBlock } from '../src/architecture/filled-block.ts';
import { graphMarkdown } from '../src/architecture/graph-markdown.ts';
import { essentialImports, type GraphNode, importGraph, layersOf } from '../src/architecture/import-graph.ts';
import { readFromRoot } from '../src/repository.ts';

describe('the drawing in ARCHITECTURE.md', () => {
  it('is that of the imports; else renew it by `pnpm run architecture` in apps/docs', () => {
    const document = readFromRoot('ARCHITECTURE.md');
    expect(document).toBe(filledBlock(document, 'graph', graphMarkdown(importGraph())));
  });

  it('is of imports that turbo allows', () => {
    const { tags } = JSON.parse(readFromRoot('turbo.json')).boundaries;
    for (const { name, imports } of importGraph())
      if (tags[name] !== undefined)
        expect(tags[name].dependencies.allow).toEqual(expect.arrayContaining([...imports]));
  });

  it('keeps models and maps apart', () => {
    const importsOf = (wanted: string) => importGraph().find(({ name }) => name === wanted)?.imports;
    expect(importsOf('models')).not.toContain('visualize');
    expect(importsOf('visualize')).not.toContain('models');
  });
});

const node = (name: string, ...imports: readonly string[]): GraphNode => ({
  name,
  folder: name,
  imports: new Set(imports),
});

describe('a graph', () => {
  it('falls into layers, and an arrow that follows from others is left out', () => {
    const graph = [node('top', 'middle', 'bottom'), node('bottom'), node('middle', 'bottom')];
    expect(layersOf(graph).map((layer) => layer.map(({ name }) => name))).toEqual([
      ['bottom'],
      ['middle'],
      ['top'],
    ]);
    expect(essentialImports(graph)).toEqual(
      new Map([
        ['top', ['middle']],
        ['bottom', []],
        ['middle', ['bottom']],
      ]),
    );
  });

  it('cannot go round in a circle', () => {
    expect(() => layersOf([node('a', 'b'), node('b', 'a'), node('c')])).toThrow('imports in a circle: a, b');
  });
});
