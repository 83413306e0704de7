import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';
import { parsePipeline } from './parse-pipeline.ts';

const flip = { operation: 'flip' };

describe('parsePipeline', () => {
  it.each<[what: string, document: unknown, message: string | RegExp]>([
    ['a text', '{}', 'expected { "steps": [{ "operation": … }, …] }, got "{}"'],
    ['a list', [flip], 'expected { "steps"'],
    ['nothing', null, 'got null'],
    ['a document without steps', {}, 'expected a list of steps, each { "operation": … }, got undefined'],
    [
      'another key',
      { step: [], steps: [] },
      'expected name, description, source, deviations beside the steps, got "step"',
    ],
    ['a name that is no text', { name: 3, steps: [] }, 'name: expected a text, got 3'],
    ['a source that is no list', { source: 'x', steps: [] }, 'source: expected a list of texts, got "x"'],
    [
      'a step that is no object',
      { steps: [flip, 'flip'] },
      'step 2: expected { "operation": … }, got "flip"',
    ],
    ['a step without operation', { steps: [{ axis: 'vertical' }] }, 'step 1: expected "operation"'],
    [
      'a misspelt operation',
      { steps: [flip, { operation: 'random_flp' }] },
      "step 2: there is no operation 'random_flp', did you mean 'random-flip'?",
    ],
    [
      'a strange operation',
      { steps: [{ operation: 'polish' }] },
      /there is no operation 'polish', expected one of affine, brightness/,
    ],
    ['an inherited name', { steps: [{ operation: 'constructor' }] }, "there is no operation 'constructor'"],
    [
      'an unknown option',
      { steps: [flip, { operation: 'shift', rigth: 1 }] },
      'step 2 (shift): expected one of right, down, fill, got the option rigth',
    ],
    [
      'a wrong value',
      { steps: [{ operation: 'random-crop', padding: -1 }] },
      'step 1 (random-crop).padding: expected a whole number >= 0',
    ],
    ['null where no rule has it', { steps: [{ operation: 'shift', right: null }] }, 'got null'],
    [
      'half the state of a scaler',
      { steps: [{ operation: 'standard-scaler', mean: [1] }] },
      /^step 1 \(standard-scaler\): .*scale/,
    ],
    [
      'a scale of 0',
      { steps: [{ operation: 'standard-scaler', mean: [1], scale: [0] }] },
      'expected a number > 0, got 0',
    ],
  ])('refuses %s', (_, document, message) => {
    const parse = () => parsePipeline(document);
    expect(parse).toThrow(expect.objectContaining({ code: 'E_PIPELINE' }));
    expect(parse).toThrow(message);
  });

  it('keeps what a document says of itself', () => {
    const document = { name: 'a', description: 'b', source: ['c'], deviations: ['d', 'e'], steps: [flip] };
    expect(parsePipeline(document)).toMatchObject(document);
    expect(JSON.parse(JSON.stringify(parsePipeline(document)))).toEqual(document);
  });
});

describe('compose', () => {
  it('checks steps that come from JavaScript, as parsePipeline does', () => {
    expect(() => compose([{ operation: 'gaussian-noise', std: Number.NaN }])).toThrow(
      'step 1 (gaussian-noise).std: expected a number >= 0 and <= 1e+30, got NaN',
    );
  });

  it.each([
    [{ author: 'x' }, 'expected name, description, source, deviations beside the steps, got "author"'],
    [{ name: 3 }, 'name: expected a text, got 3'],
    [{ source: ['a', 3n] }, 'source: expected a list of texts'],
    [null, 'expected { "name", "description", … }, got null'],
  ])('checks what is said of them, as parsePipeline does: %o', (about, message) => {
    expect(() => compose([], about as object)).toThrow(expect.objectContaining({ code: 'E_PIPELINE' }));
    expect(() => compose([], about as object)).toThrow(message);
  });

  it('keeps a copy of what is said of them', async () => {
    const source = ['a'];
    const pipeline = compose([], { name: undefined, source });
    source.push('b');
    expect(pipeline.toJSON()).toEqual({ source: ['a'], steps: [] });
    expect(Object.keys(pipeline.toJSON())).not.toContain('name');
    expect(Object.isFrozen(pipeline.source)).toBe(true);
    const fitted = await pipeline.fit({ data: new Uint8Array(1), shape: [1, 1, 1] });
    expect(fitted.toJSON()).toEqual(pipeline.toJSON());
  });

  it.each<[what: string, steps: unknown, message: string]>([
    ['a hole', Object.assign([], { length: 1 }), 'step 1: expected { "operation": … }, got undefined'],
    ['a big integer', [3n], 'step 1: expected { "operation": … }, got 3'],
    ['a big integer as an option', [{ operation: 'shift', right: 3n }], 'step 1 (shift).right: expected'],
    [
      'an option that is not there',
      [{ operation: 'flatten', a: 1 }],
      'step 1 (flatten): expected no options, got',
    ],
  ])('refuses %s', (_, steps, message) => {
    expect(() => compose(steps as [])).toThrow(expect.objectContaining({ code: 'E_PIPELINE' }));
    expect(() => compose(steps as [])).toThrow(message);
  });

  it('leaves out options that are undefined, and keeps a copy that nobody changes', () => {
    const step: { operation: 'random-affine'; degrees: [number, number]; shearX?: undefined } = {
      operation: 'random-affine',
      degrees: [-3, 3],
      shearX: undefined,
    };
    const pipeline = compose([step]);
    step.degrees[0] = -90;
    expect(pipeline.toJSON()).toEqual({ steps: [{ operation: 'random-affine', degrees: [-3, 3] }] });
    expect(Object.isFrozen((pipeline.steps[0] as typeof step).degrees)).toBe(true);
  });
});
