/** Losses with their gradients. Items are rows. */
export interface LossFunctions {
  /** `-sum(targets * log(softmax(logits)))` of each row, and its gradient by the logits. */
  softmaxCrossEntropy(
    logits: number,
    targets: number,
    losses: number,
    gradient: number,
    classes: number,
    begin: number,
    end: number,
  ): void;
}

export const LOSS_FUNCTIONS: readonly (keyof LossFunctions)[] = ['softmaxCrossEntropy'];
