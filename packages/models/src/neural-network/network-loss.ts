import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { Evaluation } from '../minimize/search.ts';
import type { Options } from './mlp-options.ts';
import { forEachWeight } from './parameter-panels.ts';
import type { PlacedNetwork } from './placed-network.ts';
import { batchesOf, differentiate, type PlacedTraining, placeTraining } from './placed-training.ts';
import { sum } from './sum.ts';
import type { TrainingData, TrainingRun } from './training.ts';

/** Rows on their way through the network at a time; their gradients are summed in float32, those of all in float64. */
const ROWS_AT_ONCE = 2000;

/** The mean loss of all samples as a function of the parameters. */
export class NetworkLoss {
  readonly #pool: WorkerPool;
  readonly #training: PlacedTraining;
  readonly #gradient: number;
  readonly #sampleCount: number;
  readonly #alpha: number;

  static async place(
    pool: WorkerPool,
    region: Region,
    data: TrainingData,
    options: Pick<Options, 'hiddenLayerSizes' | 'activation' | 'alpha'>,
  ): Promise<NetworkLoss> {
    const { length } = data.codes;
    const training = await placeTraining(pool, region, data, options, Math.min(ROWS_AT_ONCE, length));
    await pool.write(training.order, Int32Array.from(data.codes.keys()));
    const gradient = region.alloc(training.network.layout.length * 8);
    return new NetworkLoss(pool, training, gradient, length, options.alpha);
  }

  private constructor(
    pool: WorkerPool,
    training: PlacedTraining,
    gradient: number,
    sampleCount: number,
    alpha: number,
  ) {
    this.#pool = pool;
    this.#training = training;
    this.#gradient = gradient;
    this.#sampleCount = sampleCount;
    this.#alpha = alpha;
  }

  get network(): PlacedNetwork {
    return this.#training.network;
  }

  /** @param point - Parameters in the layout of the network; rounded to float32. */
  async at(point: Float64Array, { signal }: TrainingRun): Promise<Evaluation> {
    const { network, centre, losses } = this.#training;
    await this.#pool.write(network.parameters, Float32Array.from(point));
    await this.#pool.write(this.#gradient, new Float64Array(point.length));
    const commands = batchesOf(this.#training, this.#sampleCount).flatMap((batch) => {
      const args = [...network.head, batch.count, network.rowStride, centre, this.#gradient] as const;
      return [
        ...differentiate(this.#training, batch),
        command('mlpGradient', network.parameterWork, ...args),
      ];
    });
    await this.#pool.submit(commands, { signal });
    const gradient = await this.#pool.read(Float64Array, this.#gradient, point.length);
    const lossSum = sum(await this.#pool.read(Float32Array, losses, this.#sampleCount));
    return this.#penalised(point, lossSum, gradient);
  }

  #penalised(point: Float64Array, lossSum: number, gradientSum: Float64Array): Evaluation {
    const gradient = gradientSum.slice();
    let squares = 0;
    forEachWeight(this.network.layout, this.network.sizes, (i) => {
      gradient[i]! += this.#alpha * point[i]!;
      squares += point[i]! ** 2;
    });
    for (let i = 0; i < gradient.length; i++) gradient[i]! /= this.#sampleCount;
    return { value: (lossSum + 0.5 * this.#alpha * squares) / this.#sampleCount, gradient };
  }
}
