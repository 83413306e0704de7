import {
  createNetwork,
  embedNetwork,
  exportOnnx,
  networks,
  predictNetwork,
} from '@fashion-mnist/models/deep';
import { transfer } from 'comlink';
import { availableBackends, computeOn } from './compute-on.ts';
import { type ImageStore, openImages } from './image-store.ts';
import { inWords } from './in-words.ts';
import { readSubject, SEED, type Subject, saveSubject } from './network-file.ts';
import { preparationFor, prepare } from './preparation.ts';
import type {
  IdRange,
  NetworkAnswers,
  NetworkSummary,
  TrainingBackend,
  TrainingData,
  TrainingEnd,
  TrainingListener,
  TrainingPlan,
  TrainingService,
} from './training-job.ts';
import { createTrainingRun, type TrainingRun } from './training-run.ts';

/** Images whose features the page keeps, and the bytes that they may take. */
const FEATURES = Object.freeze({ most: 10_000, bytes: 2 ** 26 });

/** One network at a time, its training, and its answers. */
export class Trainer implements TrainingService {
  #store: ImageStore | undefined;
  #subject: Subject | undefined;
  #run: TrainingRun | undefined;
  #backend: TrainingBackend | undefined;

  backends(): Promise<readonly TrainingBackend[]> {
    return availableBackends();
  }

  openData(data: TrainingData): void {
    if (this.#subject !== undefined) this.#subject = { ...this.#now, learnedCount: undefined };
    this.#run = undefined;
    this.#store = openImages(data);
  }

  putImages(first: number, pixels: Uint8Array): void {
    this.#images.put(first, pixels);
  }

  train(plan: TrainingPlan, listener: TrainingListener): Promise<TrainingEnd> {
    return spoken(async () => {
      await this.#moveTo(plan.backend);
      const subject = plan.network === undefined ? this.#known : this.#create(plan.network, plan.imageCount);
      this.#subject = { ...subject, learnedCount: learnedCount(subject, plan) };
      this.#run = createTrainingRun(this.#subject, plan, this.#images);
      return this.#go(this.#run, listener);
    });
  }

  resume(listener: TrainingListener): Promise<TrainingEnd> {
    return spoken(async () => {
      if (this.#run === undefined) throw new Error('There is no training to go on with.');
      return this.#go(this.#run, listener);
    });
  }

  stop(): void {
    this.#run?.stop();
  }

  describe(): NetworkSummary | undefined {
    if (this.#subject === undefined) return undefined;
    const { network, learnedCount: learned, epochs } = this.#subject;
    return {
      name: network.name,
      parameterCount: network.parameterCount,
      epochs: this.#run?.epochs ?? epochs,
      isUnseen: learned !== undefined && learned <= this.#images.heldOut.first,
    };
  }

  answers(onShare: (share: number) => void): Promise<NetworkAnswers> {
    return spoken(async () => {
      const { heldOut, test } = this.#images;
      const probabilities = await this.#answer(heldOut, (share) => onShare(share / 2));
      const { network } = this.#known;
      const one = await embedNetwork(network, await this.#prepared({ first: 0, count: 1 }));
      const width = one.data.length;
      const most = Math.min(FEATURES.most, test.first + test.count, Math.floor(FEATURES.bytes / (4 * width)));
      const images = await this.#prepared({ first: 0, count: Math.max(1, most) });
      const { data, shape } = await embedNetwork(network, images, {
        onProgress: ({ completed, total }) => onShare(0.5 + completed / total / 2),
      });
      const [count = 0] = shape;
      const found = { heldOut: probabilities, features: { count, width, data } };
      return transfer(found, [probabilities.buffer, data.buffer]);
    });
  }

  testAnswers(onShare: (share: number) => void): Promise<Float32Array> {
    return spoken(() => this.#answer(this.#images.test, onShare));
  }

  probabilities(images: Uint8Array, count: number): Promise<Float32Array> {
    return spoken(async () => {
      const { network, preparation } = this.#known;
      const shape = [count, ...this.#images.imageShape];
      return (await predictNetwork(network, await prepare({ data: images, shape }, preparation))).data;
    });
  }

  save(): Promise<Uint8Array<ArrayBuffer>> {
    return spoken(async () => {
      const file = await saveSubject(this.#known, this.#images);
      return transfer(file, [file.buffer]);
    });
  }

  exportOnnx(): Promise<Uint8Array<ArrayBuffer>> {
    return spoken(async () => {
      const { network, preparation } = this.#known;
      const { classNames } = this.#images;
      return exportOnnx(network, { classNames, notes: { preparation: JSON.stringify(preparation) } });
    });
  }

  load(file: Uint8Array, backend: TrainingBackend): Promise<NetworkSummary> {
    return spoken(async () => {
      await this.#moveTo(backend);
      this.#replace(await readSubject(file, this.#images));
      return this.describe() as NetworkSummary;
    });
  }

  get #images(): ImageStore {
    if (this.#store === undefined) throw new Error('The images have not been read yet.');
    return this.#store;
  }

  get #known(): Subject {
    if (this.#subject === undefined) throw new Error('There is no network yet.');
    return this.#now;
  }

  /** The network with the epochs that it has learned by now. */
  get #now(): Subject {
    const subject = this.#subject as Subject;
    return { ...subject, epochs: this.#run?.epochs ?? subject.epochs };
  }

  #create(name: string, imageCount: number): Subject {
    const builder = networks[name];
    if (builder === undefined) throw new Error(`There is no network of the name ${name}.`);
    const { classCount } = this.#images;
    const preparation = preparationFor(this.#images.images({ first: 0, count: imageCount }));
    const { inputShape } = builder;
    const network = createNetwork(builder.build({ classCount }), { name, inputShape, seed: SEED });
    const created = { network, preparation, epochs: 0, learnedCount: 0 };
    this.#replace(created);
    return created;
  }

  #replace(subject: Subject): void {
    this.#subject?.network.dispose();
    this.#subject = subject;
    this.#run = undefined;
  }

  async #go(run: TrainingRun, listener: TrainingListener): Promise<TrainingEnd> {
    const end = await run.go(listener);
    if (end === 'done') {
      this.#subject = this.#now;
      this.#run = undefined;
    }
    return end;
  }

  /** Networks live on the backend that made them: one that is there is carried over as a file. */
  async #moveTo(backend: TrainingBackend): Promise<void> {
    if (backend === this.#backend) return;
    const file = this.#subject && (await saveSubject(this.#now, this.#images));
    this.#subject?.network.dispose();
    this.#subject = undefined;
    this.#run = undefined;
    await computeOn(backend);
    this.#backend = backend;
    if (file !== undefined) this.#subject = await readSubject(file, this.#images);
  }

  #prepared(range: IdRange) {
    return prepare(this.#images.images(range), this.#known.preparation);
  }

  async #answer(range: IdRange, onShare: (share: number) => void): Promise<Float32Array> {
    const { data } = await predictNetwork(this.#known.network, await this.#prepared(range), {
      onProgress: ({ completed, total }) => onShare(completed / total),
    });
    return data;
  }
}

/** What is known not to have been learned from stays so: the most images of all trainings count. */
function learnedCount({ learnedCount: before }: Subject, { imageCount }: TrainingPlan): number | undefined {
  return before === undefined ? undefined : Math.max(before, imageCount);
}

/** What goes wrong crosses to the page as a sentence. */
async function spoken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inWords(error);
  }
}
