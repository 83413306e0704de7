import { describe, expect, it } from 'vitest';
import type { MapDocument } from './map-document.ts';
import { decodeMapFile, encodeMapFile } from './map-file.ts';

const map: MapDocument = {
  method: 'umap',
  title: 'UMAP',
  dataset: 'made',
  split: 'test',
  sampleIndices: [0, 1, 2],
  coordinates: [0.5, -1.25, 3, 1024, -0.125, 7],
  provenance: {
    engine: 'test',
    options: { seed: 42 },
    seconds: 1.5,
    stages: { search: 1 },
    imagesSha256: 'ä\n',
    version: '0',
    node: 'v24',
    machine: 'none',
    createdAt: '2026-01-01T00:00:00.000Z',
  },
};

describe('a file of a map', () => {
  it('holds all of it', () => {
    expect(decodeMapFile(encodeMapFile(map))).toEqual(map);
  });

  it('is four bytes a number after a line of JSON', () => {
    const text = Buffer.from(encodeMapFile(map)).toString('latin1');
    const [line = ''] = text.split('\n', 1);
    expect(JSON.parse(line)).toMatchObject({ method: 'umap', split: 'test' });
    expect(text.length - line.length - 1).toBe(4 * 6);
    expect(text.slice(line.length + 1, line.length + 5)).toBe('\x00\x00\x00\x3f');
  });

  it('may lie anywhere in memory', () => {
    const bytes = encodeMapFile(map);
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(decodeMapFile(shifted)).toEqual(map);
  });

  it.each(['', '{}', 'not JSON\n'])('is refused where it is none: %j', (text) => {
    expect(() => decodeMapFile(new TextEncoder().encode(text))).toThrow(SyntaxError);
  });
});
