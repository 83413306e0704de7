import { expect, it } from 'vitest';
import { createStageClock } from './stage-clock.ts';

it('counts the time up to each event for its stage, and passes events on', () => {
  let moment = 1000;
  const heard: string[] = [];
  const clock = createStageClock(
    ({ stage }) => heard.push(stage),
    () => moment,
  );
  const event = (stage: string, time: number) => {
    moment = time;
    clock.listen({ stage, completed: 1, total: 2, unit: 'epochs' });
  };
  event('search', 1500);
  event('search', 3000);
  event('optimise', 3010);
  event('search', 4010);
  expect(clock.seconds()).toEqual({ search: 3, optimise: 0.01 });
  expect(heard).toEqual(['search', 'search', 'optimise', 'search']);
});
