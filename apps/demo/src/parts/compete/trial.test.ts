import { humanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAnswer,
  canUndo,
  imageOrder,
  newTrial,
  nextImage,
  reveal,
  type Trial,
  tellAtOnce,
  undoAnswer,
} from './trial.ts';

const protocol = humanProtocol({ testCount: 50, imageCount: 20 });

function answerAll(trial: Trial, count: number): Trial {
  const order = imageOrder(protocol, trial.annotator);
  let current = trial;
  for (let answer = 0; answer < count; answer++) {
    const index = nextImage(current, order);
    if (index !== undefined) current = addAnswer(current, { index, label: 1, seconds: null });
  }
  return current;
}

describe('a trial', () => {
  it('shows everybody the images of the protocol, each once, in an order of their own', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const order = imageOrder(protocol, name);
        expect(order.toSorted()).toEqual(protocol.indices.toSorted());
        expect(order).toEqual(imageOrder(protocol, name));
      }),
    );
    expect(imageOrder(protocol, 'Ada')).not.toEqual(imageOrder(protocol, 'Bea'));
  });

  it('asks for each image once, until all have an answer', () => {
    const done = answerAll(newTrial('Ada'), 25);
    expect(done.answers.map(({ index }) => index)).toEqual([...imageOrder(protocol, 'Ada')]);
    expect(nextImage(done, imageOrder(protocol, 'Ada'))).toBeUndefined();
  });

  it('lets an answer stand once its label was told', () => {
    const told = answerAll(newTrial('Ada', true), 3);
    expect(canUndo(told)).toBe(false);
    expect(undoAnswer(told)).toEqual(told);
  });

  it('takes answers back, the last first, as long as no label was told', () => {
    const blind = answerAll(newTrial('Ada', false), 3);
    expect(undoAnswer(undoAnswer(blind)).answers).toEqual(blind.answers.slice(0, 1));
    const shown = answerAll(reveal(answerAll(newTrial('Ada', false), 2)), 1);
    expect(undoAnswer(undoAnswer(shown)).answers).toHaveLength(2);
  });

  it('tells all answers so far when labels are to be told at once', () => {
    expect(tellAtOnce(answerAll(newTrial('Ada', false), 4), true).revealed).toBe(4);
    expect(tellAtOnce(answerAll(newTrial('Ada', true), 4), false).revealed).toBe(4);
  });
});
