import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { Activation } from './mlp-options.ts';
import type { NetworkWeights } from './network-weights.ts';
import {
  PANEL_WIDTH,
  type ParameterLayout,
  packParameters,
  panelCount,
  panelIndex,
  parameterLayout,
  unpackParameters,
} from './parameter-panels.ts';
import type { PlacedRows } from './placed-rows.ts';

/** Rows of a batch: which samples they are, by a pointer to their positions. */
export interface BatchRows {
  readonly order: number;
  readonly count: number;
}

/** The kernels take rows by fours. */
const QUAD_ROWS = 4;
/** Fours of rows, and panels of parameters, that a thread takes at a time. */
const QUADS_PER_PIECE = 5;
const ITEMS_PER_PIECE = 4;
const ACTIVATIONS: readonly Activation[] = ['identity', 'logistic', 'tanh', 'relu'];

/** A network in the memory of a pool, with room for the rows of one batch on their way through it. */
export class PlacedNetwork {
  readonly sizes: readonly number[];
  readonly layout: ParameterLayout;
  readonly parameters: number;
  /** What every kernel takes first. */
  readonly head: readonly [network: number, layerCount: number];
  /** Rows there is room for, a multiple of four. */
  readonly rowStride: number;
  readonly #pool: WorkerPool;
  readonly #activation: number;
  readonly #scores: number;
  /** Room for what the first layer adds to uncentred inputs. */
  readonly #biases: number;

  /** @param rowCount - The most rows of a batch. */
  static async place(
    pool: WorkerPool,
    region: Region,
    sizes: readonly number[],
    activation: Activation,
    rowCount: number,
  ): Promise<PlacedNetwork> {
    const layout = parameterLayout(sizes);
    const rowStride = Math.ceil(rowCount / QUAD_ROWS) * QUAD_ROWS;
    const room = (width: number) => region.alloc(panelCount(width) * PANEL_WIDTH * rowStride * 4);
    const values = sizes.map(room);
    const last = layout.offsets.length - 1;
    const table = layout.offsets.flatMap((offset, layer) => {
      const [inputs, outputs] = [values[layer]!, values[layer + 1]!];
      const deltas = layer === last ? outputs : room(sizes[layer + 1]!);
      return [sizes[layer]!, sizes[layer + 1]!, inputs, outputs, deltas, offset * 4];
    });
    const network = region.alloc(table.length * 4);
    await pool.write(network, Int32Array.from(table));
    const parameters = region.alloc(layout.length * 4);
    return new PlacedNetwork(pool, sizes, layout, rowStride, activation, {
      network,
      parameters,
      scores: values.at(-1)!,
      biases: region.alloc(panelCount(sizes[1]!) * PANEL_WIDTH * 4),
    });
  }

  private constructor(
    pool: WorkerPool,
    sizes: readonly number[],
    layout: ParameterLayout,
    rowStride: number,
    activation: Activation,
    places: Readonly<Record<'network' | 'parameters' | 'scores' | 'biases', number>>,
  ) {
    this.#pool = pool;
    this.sizes = sizes;
    this.layout = layout;
    this.rowStride = rowStride;
    this.parameters = places.parameters;
    this.head = [places.network, layout.offsets.length];
    this.#activation = ACTIVATIONS.indexOf(activation);
    this.#scores = places.scores;
    this.#biases = places.biases;
  }

  async write(weights: NetworkWeights): Promise<void> {
    await this.#pool.write(this.parameters, packParameters(weights, this.layout));
  }

  async read(): Promise<NetworkWeights> {
    const panels = await this.#pool.read(Float32Array, this.parameters, this.layout.length);
    return unpackParameters(panels, this.layout, this.sizes);
  }

  /** From samples to their scores. */
  forward({ pointer, scaling }: PlacedRows, { order, count }: BatchRows): Command[] {
    const head = [...this.head, this.#activation, this.parameters, pointer] as const;
    const tail = [order, count, this.rowStride] as const;
    if (scaling === undefined) return [command('mlpForwardFloats', quadsOf(count), ...head, ...tail)];
    const { inverseScale, centre } = scaling;
    const panels = { total: panelCount(this.sizes[1]!), grain: 1 };
    return [
      command('mlpCentreBiases', panels, this.head[0], this.parameters, centre, this.#biases),
      command('mlpForwardBytes', quadsOf(count), ...head, inverseScale, this.#biases, ...tail),
    ];
  }

  /** From scores to losses and derivatives. @param losses - Pointer to one float32 for each row. */
  backward(codes: number, { order, count }: BatchRows, losses: number): Command {
    const head = [...this.head, this.#activation, this.parameters] as const;
    return command('mlpBackward', quadsOf(count), ...head, codes, order, count, this.rowStride, losses);
  }

  /** The items of kernels that work on all parameters. */
  get parameterWork(): { readonly total: number; readonly grain: number } {
    return { total: this.layout.itemCount, grain: ITEMS_PER_PIECE };
  }

  /** The scores of the batch that has come through last, shape `[rowCount, outputCount]`. */
  async readScores(rowCount: number): Promise<Float32Array> {
    const outputCount = this.sizes.at(-1)!;
    const length = panelCount(outputCount) * PANEL_WIDTH * this.rowStride;
    const panels = await this.#pool.read(Float32Array, this.#scores, length);
    return Float32Array.from({ length: rowCount * outputCount }, (_, i) => {
      const row = Math.floor(i / outputCount);
      return panels[panelIndex(row, i % outputCount, this.rowStride)]!;
    });
  }
}

function quadsOf(rowCount: number): { readonly total: number; readonly grain: number } {
  return { total: Math.ceil(rowCount / QUAD_ROWS), grain: QUADS_PER_PIECE };
}
