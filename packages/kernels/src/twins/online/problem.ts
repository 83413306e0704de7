import type { Heap } from '../../compute/heap.ts';
import { LOSSES } from './losses.ts';

/** How problems learn. */
export interface LearningRule {
  readonly loss: number;
  readonly lossParameter: number;
  readonly schedule: number;
  readonly scheduleParameter: number;
  readonly alpha: number;
  readonly l2Penalty: number;
  readonly l1Penalty: number;
  readonly averageFrom: number;
  readonly fitsIntercept: number;
}

/** What a problem learns from. */
export interface Example {
  /** Pointer to float32. */
  readonly row: number;
  readonly code: number;
  readonly weight: number;
  readonly squaredNorm: number;
}

const STATE_LENGTH = 12;

/** One class against the rest, in the memory of a heap. */
export class Problem {
  readonly #f32: Float32Array;
  readonly #state: Float64Array;
  readonly #width: number;
  readonly #w: number;
  readonly #average: number;
  readonly #received: number;

  /** @param pointers - Weights, averages and received penalties of all problems, as the kernel takes them. */
  constructor(
    { f32, f64 }: Heap,
    index: number,
    width: number,
    pointers: { weights: number; averages: number; received: number; states: number },
  ) {
    const { weights, averages, received, states } = pointers;
    this.#f32 = f32;
    this.#state = f64.subarray(states / 8 + index * STATE_LENGTH, states / 8 + (index + 1) * STATE_LENGTH);
    this.#width = width;
    this.#w = weights / 4 + index * width;
    this.#average = averages === 0 ? 0 : averages / 4 + index * width;
    this.#received = received === 0 ? 0 : received / 4 + index * width;
  }

  learn(rule: LearningRule, example: Example, product: number): void {
    const { loss, lossParameter, schedule, l2Penalty, l1Penalty, averageFrom } = rule;
    const [scaleBefore, intercept, time, , , , , , , positiveWeight, negativeWeight, positive] = this.#state;
    const target = example.code === positive ? 1 : -1;
    const decision = product * scaleBefore! + intercept!;
    const lost = LOSSES[loss]!.value(decision, target, lossParameter);
    this.#state[4]! += lost;
    if (schedule === 3 && example.squaredNorm === 0) return;
    const rate = this.#rate(rule);
    const change =
      this.#change(rule, rate, target, decision, lost, example) *
      example.weight *
      (target > 0 ? positiveWeight! : negativeWeight!);
    if (l2Penalty > 0) this.#decay(Math.max(0, 1 - l2Penalty * rate));
    const scale = this.#state[0]!;
    if (change !== 0) {
      this.#add(this.#w, example.row / 4, change / scale);
      if (rule.fitsIntercept) this.#state[1]! += change;
    }
    if (this.#average !== 0 && averageFrom <= time!)
      this.#updateAverage(example.row / 4, change / scale, time! - averageFrom + 1);
    if (this.#received !== 0) {
      this.#state[5]! += l1Penalty * rate;
      this.#shrink(scale, this.#state[5]!);
    }
    this.#state[2]!++;
  }

  settleAverage(): void {
    if (this.#average === 0) return;
    this.#add(this.#average, this.#w, this.#state[6]!);
    this.#scale(this.#average, 1 / this.#state[7]!);
    this.#state[6] = 0;
    this.#state[7] = 1;
  }

  #rate({ schedule, scheduleParameter, alpha }: LearningRule): number {
    const [, , time, rate] = this.#state;
    if (schedule === 1) return 1 / (alpha * (scheduleParameter + time! - 1));
    return schedule === 2 ? rate! / time! ** scheduleParameter : rate!;
  }

  #change(
    { loss, lossParameter, schedule, scheduleParameter }: LearningRule,
    rate: number,
    target: number,
    decision: number,
    lost: number,
    { squaredNorm }: Example,
  ): number {
    if (schedule === 3) return target * Math.min(scheduleParameter, lost / squaredNorm);
    if (schedule === 4) return (target * lost) / (squaredNorm + 0.5 / scheduleParameter);
    const slope = LOSSES[loss]!.slope(decision, target, lossParameter);
    return -rate * Math.max(-1e12, Math.min(1e12, slope));
  }

  #decay(factor: number): void {
    this.#state[0]! *= factor;
    if (this.#state[0]! >= 1e-9) return;
    this.settleAverage();
    this.#scale(this.#w, this.#state[0]!);
    this.#state[0] = 1;
  }

  #updateAverage(row: number, change: number, count: number): void {
    const [scale, intercept, , , , , factor, divisor, mean] = this.#state;
    if (change !== 0) this.#add(this.#average, row, -factor! * change);
    const nextDivisor = count > 1 ? divisor! / (1 - 1 / count) : divisor!;
    this.#state[7] = nextDivisor;
    this.#state[6] = factor! + (nextDivisor / count) * scale!;
    this.#state[8] = mean! + (intercept! - mean!) / count;
  }

  #shrink(scale: number, total: number): void {
    const [factor, inverse, most] = [Math.fround(scale), Math.fround(1 / scale), Math.fround(total)];
    for (let i = 0; i < this.#width; i++) {
      const weight = this.#f32[this.#w + i]!;
      const sign = weight < 0 || Object.is(weight, -0) ? -1 : 1;
      const before = sign * this.#f32[this.#received + i]!;
      const due = Math.fround(Math.fround(most + before) * inverse);
      const size = Math.abs(weight);
      this.#f32[this.#w + i] = sign * Math.max(0, Math.fround(size - due));
      this.#f32[this.#received + i] =
        sign * Math.max(-most, Math.fround(before - Math.fround(size * factor)));
    }
  }

  #add(to: number, from: number, factor: number): void {
    const rounded = Math.fround(factor);
    for (let i = 0; i < this.#width; i++) this.#f32[to + i]! += Math.fround(rounded * this.#f32[from + i]!);
  }

  #scale(at: number, factor: number): void {
    const rounded = Math.fround(factor);
    for (let i = 0; i < this.#width; i++) this.#f32[at + i]! *= rounded;
  }
}
