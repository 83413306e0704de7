import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { proxy, type Remote, transfer } from 'comlink';
import type { Dataset } from '../../data/dataset.ts';
import { classifier } from '../../state/classifier.ts';
import { notify, notifyError } from '../../state/notices.ts';
import { download } from '../../ui/download.ts';
import { nextFrame } from '../../ui/next-frame.ts';
import { type OpenTrainer, openTrainer } from '../../work/training/open-trainer.ts';
import type {
  NetworkSummary,
  TrainingBackend,
  TrainingEnd,
  TrainingService,
} from '../../work/training/training-job.ts';
import { splitForTraining, type TrainingSplit } from './held-out.ts';
import { describeSubject, publishAnswers } from './publish-answers.ts';
import { type TestResult, testNetwork } from './test-network.ts';
import { createTrainingRecord, type TrainingRecord } from './training-record.ts';
import { FIRST_SETTINGS, planOf, type TrainingSettings } from './training-settings.ts';

/** What the part is doing. */
export type TrainingPhase =
  | 'idle'
  | 'reading'
  | 'training'
  | 'stopping'
  | 'answering'
  | 'testing'
  | 'writing';

/** What a network learns from, and is judged by. */
export interface TrainingGround {
  readonly dataset: Dataset;
  readonly split: TrainingSplit;
  /** Of the held-out images. */
  readonly heldOutLabels: Uint8Array;
}

/** Files that are larger hold no network of this page. */
const MOST_BYTES = 2 ** 29;

/** Trains on the page: one network at a time, whose answers go to the other parts. */
export class TrainingModel {
  readonly settings: Signal<TrainingSettings> = signal(FIRST_SETTINGS);
  readonly record: TrainingRecord = createTrainingRecord();
  readonly #backends = signal<readonly TrainingBackend[]>(['simd']);
  readonly #phase = signal<TrainingPhase>('idle');
  readonly #share = signal(0);
  readonly #network = signal<NetworkSummary | undefined>(undefined);
  readonly #ground = signal<TrainingGround | undefined>(undefined);
  readonly #canResume = signal(false);
  readonly #testResult = signal<TestResult | undefined>(undefined);
  readonly #lastEpoch = signal(0);
  #opened: OpenTrainer | undefined;

  get backends(): ReadonlySignal<readonly TrainingBackend[]> {
    return this.#backends;
  }

  get phase(): ReadonlySignal<TrainingPhase> {
    return this.#phase;
  }

  /** How much is done of what is done beside training, `0..1`. */
  get share(): ReadonlySignal<number> {
    return this.#share;
  }

  get network(): ReadonlySignal<NetworkSummary | undefined> {
    return this.#network;
  }

  get ground(): ReadonlySignal<TrainingGround | undefined> {
    return this.#ground;
  }

  /** Whether a training was stopped and can go on. */
  get canResume(): ReadonlySignal<boolean> {
    return this.#canResume;
  }

  /** Of the network as it stands. */
  get testResult(): ReadonlySignal<TestResult | undefined> {
    return this.#testResult;
  }

  /** The epoch at which the training ends. */
  get lastEpoch(): ReadonlySignal<number> {
    return this.#lastEpoch;
  }

  /** Starts the worker, which then says what it can compute on. */
  open(): OpenTrainer {
    if (this.#opened !== undefined) return this.#opened;
    const opened = openTrainer();
    this.#opened = opened;
    opened.failure.catch(() => {
      this.#opened = undefined;
      this.#network.value = undefined;
      this.#canResume.value = false;
    });
    void this.#askBackends(opened.service);
    return opened;
  }

  /** Trains a new network, or the one that there is further. */
  train(dataset: Dataset, { isFurther }: { readonly isFurther: boolean }): Promise<void> {
    return this.#during('reading', 'The training has ended', async () => {
      if (!isFurther || this.#ground.peek()?.dataset !== dataset) this.record.clear();
      const { split } = await this.#standOn(dataset);
      await nextFrame();
      const plan = planOf(this.settings.peek(), split.learnableCount, isFurther);
      if (!isFurther) {
        this.#network.value = undefined;
        classifier.value = undefined;
      }
      this.#lastEpoch.value = (this.#network.peek()?.epochs ?? 0) + plan.epochs;
      await this.#learn((service, listener) => service.train(plan, listener));
    });
  }

  /** Goes on with the training that was stopped. */
  resume(): Promise<void> {
    return this.#during('training', 'The training has ended', () =>
      this.#learn((service, listener) => service.resume(listener)),
    );
  }

  stop(): void {
    if (this.#phase.peek() !== 'training') return;
    this.#phase.value = 'stopping';
    void this.#service.stop();
  }

  test(): Promise<void> {
    return this.#during('testing', 'The test images could not be judged', async () => {
      const [network, ground] = [this.#network.peek(), this.#ground.peek()];
      if (network === undefined || ground === undefined) return;
      const about = { dataset: ground.dataset, test: ground.split.test };
      this.#testResult.value = await testNetwork(this.#service, network, about, this.#tellShare);
    });
  }

  load(dataset: Dataset, file: File): Promise<void> {
    return this.#during('reading', `${file.name} cannot be used`, async () => {
      if (file.size > MOST_BYTES) throw new Error('It is larger than any network of this page.');
      await this.#standOn(dataset);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { backend } = this.settings.peek();
      const network = await this.#service.load(transfer(bytes, [bytes.buffer]), backend);
      this.record.clear();
      this.#network.value = network;
      this.#canResume.value = false;
      this.#testResult.value = undefined;
      await this.#publish();
      notify({ kind: 'info', text: `Loaded: ${describeSubject(network)}.` });
    });
  }

  save(): Promise<void> {
    return this.#offer('safetensors', () => this.#service.save());
  }

  exportOnnx(): Promise<void> {
    return this.#offer('onnx', () => this.#service.exportOnnx());
  }

  get #service(): Remote<TrainingService> {
    return this.open().service;
  }

  async #askBackends(service: Remote<TrainingService>): Promise<void> {
    this.#backends.value = await service.backends();
  }

  readonly #tellShare = (share: number): void => {
    this.#share.value = share;
  };

  async #standOn(dataset: Dataset): Promise<TrainingGround> {
    const split = splitForTraining(dataset.entry);
    if (split === undefined) throw new Error(`${dataset.entry.title} has no training images here.`);
    await this.open().useDataset(dataset, split);
    const { first, count } = split.heldOut;
    const heldOutLabels = (await dataset.labels()).subarray(first, first + count);
    const ground = { dataset, split, heldOutLabels };
    this.#ground.value = ground;
    return ground;
  }

  async #learn(
    start: (service: Remote<TrainingService>, listener: TrainingRecord['listener']) => Promise<TrainingEnd>,
  ): Promise<void> {
    this.#canResume.value = false;
    this.#testResult.value = undefined;
    this.#phase.value = 'training';
    try {
      const end = await start(this.#service, proxy(this.record.listener));
      this.#canResume.value = end === 'stopped';
    } finally {
      this.#network.value = await this.#service.describe();
    }
    await this.#publish();
  }

  async #publish(): Promise<void> {
    const [network, ground] = [this.#network.peek(), this.#ground.peek()];
    if (network === undefined || ground === undefined) return;
    this.#phase.value = 'answering';
    const about = { dataset: ground.dataset.entry.name, heldOut: ground.split.heldOut };
    await publishAnswers(this.#service, network, about, this.#tellShare);
  }

  #offer(extension: string, write: () => Promise<Uint8Array<ArrayBuffer>>): Promise<void> {
    return this.#during('writing', 'The network could not be written', async () => {
      const name = this.#network.peek()?.name ?? 'network';
      download(`${name}.${extension}`, new Blob([await write()]));
    });
  }

  /** One thing at a time; what goes wrong is told. */
  async #during(phase: TrainingPhase, doing: string, work: () => Promise<void>): Promise<void> {
    if (this.#phase.peek() !== 'idle') return;
    this.#share.value = 0;
    this.#phase.value = phase;
    try {
      await Promise.race([work(), this.open().failure]);
    } catch (error) {
      notifyError(error, doing);
    } finally {
      this.record.flush();
      this.record.progress.value = undefined;
      this.#phase.value = 'idle';
    }
  }
}
