import { type Command, command, singleCommand } from '../compute/command.ts';
import type { Region } from '../pool/worker-pool.ts';

/** A symmetric matrix in the memory of a pool. */
export interface SymmetricMatrix {
  /** Pointer to a `Float64Array`, shape `[size, size]`. */
  readonly pointer: number;
  readonly size: number;
}

/** Linear algebra on blocks of `count` vectors as long as a symmetric matrix is wide, as commands. */
export interface VectorBlocks {
  readonly count: number;
  readonly size: number;
  /** Three blocks, each a pointer to a `Float64Array`, shape `[count, size]`. */
  readonly blocks: readonly [number, number, number];
  /** Pointer to a `Float64Array`, shape `[count]`. */
  readonly values: number;
  /** Pointer to a `Float64Array`, shape `[count]`. */
  readonly residuals: number;
  /** To be carried out once, before any other. */
  prepare(): Command[];
  /** `to = matrix · vector` for every vector. */
  multiply(from: number, to: number): Command[];
  /** `to = alpha x + beta y + gamma z`. */
  combine(x: number, alpha: number, y: number, beta: number, z: number, gamma: number, to: number): Command;
  orthonormalize(vectors: number): Command;
  /**
   * The best eigenpairs that combinations of orthonormal vectors can give: leaves their values and residuals, the
   * vectors in `scratch`, and the products of matrix and vectors in `vectors`.
   *
   * @param images - Overwritten.
   */
  rayleighRitz(vectors: number, images: number, scratch: number): Command[];
}

const PANEL = 4;
const ELEMENT_GRAIN = 4096;

/** Blocks of vectors beside a matrix; all their memory is of `region`. */
export function vectorBlocks(region: Region, matrix: SymmetricMatrix, count: number): VectorBlocks {
  const { size } = matrix;
  const panels = (vectorCount: number) => PANEL * Math.ceil(vectorCount / PANEL);
  const matrixPanels = region.alloc(panels(size) * size * 8);
  const left = region.alloc(panels(count) * size * 8);
  const right = region.alloc(panels(size) * panels(count) * 8);
  const small = region.alloc(count * count * 8);
  const rotation = region.alloc(count * count * 8);
  const work = region.alloc(3 * count * 8);
  const values = region.alloc(count * 8);
  const residuals = region.alloc(count * 8);
  const block = () => region.alloc(count * size * 8);

  const over = (vectorCount: number) => ({ total: Math.ceil(vectorCount / PANEL), grain: 1 });
  const multiply = (from: number, to: number) => [
    command('packVectorRows', over(count), from, count, size, left),
    command('multiplyPanels', over(size), left, count, size, matrixPanels, size, to),
  ];
  /** `to = rotation · from`, with the rotation packed in `left`. */
  const turn = (from: number, to: number) => [
    command('packVectorColumns', over(size), from, count, size, right),
    command('multiplyPanels', over(size), left, count, count, right, size, to),
  ];

  return {
    count,
    size,
    blocks: [block(), block(), block()],
    values,
    residuals,
    prepare: () => [command('packVectorRows', over(size), matrix.pointer, size, size, matrixPanels)],
    multiply,
    combine: (x, alpha, y, beta, z, gamma, to) =>
      command(
        'combineVectors',
        { total: count * size, grain: ELEMENT_GRAIN },
        x,
        alpha,
        y,
        beta,
        z,
        gamma,
        to,
      ),
    orthonormalize: (vectors) => singleCommand('orthonormalize', vectors, count, size),
    rayleighRitz: (vectors, images, scratch) => [
      ...multiply(vectors, images),
      command('packVectorRows', over(count), images, count, size, right),
      command('multiplyPanels', over(count), left, count, size, right, count, small),
      singleCommand('symmetricEigen', small, count, values, rotation, work),
      command('packVectorRows', over(count), rotation, count, count, left),
      ...turn(vectors, scratch),
      ...turn(images, vectors),
      command('residualLengths', { total: count, grain: 8 }, vectors, values, scratch, size, residuals),
    ],
  };
}
