import { humanProtocol, importAnswers } from '@fashion-mnist/benchmark/leaderboard';
import { describe, expect, it } from 'vitest';
import { answersOfOne, formatAnswers } from './answers-file.ts';

const protocol = humanProtocol();
const answers = [...protocol.indices].map((index) => ({
  index,
  annotator: 'Ada "the reader", 1',
  label: index % 10,
  seconds: index % 2 === 0 ? null : 1.25,
}));

describe('a file of answers', () => {
  it('is taken by the protocol of the leaderboard', () => {
    expect(importAnswers(formatAnswers(answers), protocol, { isPartial: true })).toEqual(answers);
    const three = ['a', 'b', 'c'].flatMap((annotator) => answers.map((answer) => ({ ...answer, annotator })));
    expect(importAnswers(formatAnswers(three), protocol)).toEqual(three);
  });

  it('lets one person go on, and refuses several or none', () => {
    expect(answersOfOne(formatAnswers(answers.slice(0, 7)), protocol)).toEqual(answers.slice(0, 7));
    expect(() => answersOfOne('', protocol)).toThrow('there is no answer in it');
    const two = answers.slice(0, 2).map((answer, person) => ({ ...answer, annotator: `${person}` }));
    expect(() => answersOfOne(formatAnswers(two), protocol)).toThrow('it has the answers of 2 people');
  });
});
