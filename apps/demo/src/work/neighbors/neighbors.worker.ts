import { createInlinePool, createWorkerPool } from '@fashion-mnist/kernels';
import { expose, transfer } from 'comlink';
import type { NearestImages, NeighborGraph } from './nearest.ts';
import {
  createNeighborsService,
  type NeighborsService,
  type RowQuery,
  type SpaceRows,
} from './neighbors-service.ts';
import { type VoteOptions, weightedVote } from './weighted-vote.ts';

/** The service, as the page sees it: what can be stopped has a number. */
export interface NeighborsWorker {
  open(space: string, rows: SpaceRows): Promise<void>;
  receive(space: string, first: number, count: number, data?: Uint8Array): Promise<void>;
  nearest(space: string, query: RowQuery, k: number, job: number): Promise<NearestImages>;
  graph(space: string, k: number, onProgress: (share: number) => void, job: number): Promise<NeighborGraph>;
  vote(graph: NeighborGraph, labels: Uint8Array, options: VoteOptions): Float32Array;
  stop(job: number): void;
}

const jobs = new Map<number, AbortController>();
let opening: Promise<NeighborsService> | undefined;

/** Threads where they may share memory; else this worker computes by itself. */
function service(): Promise<NeighborsService> {
  opening ??= (crossOriginIsolated ? createWorkerPool() : createInlinePool()).then(createNeighborsService);
  return opening;
}

async function asJob<T>(job: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  jobs.set(job, controller);
  try {
    return await work(controller.signal);
  } finally {
    jobs.delete(job);
  }
}

expose({
  async open(space, rows) {
    (await service()).open(space, rows);
  },
  async receive(space, first, count, data) {
    (await service()).receive(space, first, count, data);
  },
  nearest: (space, query, k, job) =>
    asJob(job, async (signal) => (await service()).nearest(space, query, k, signal)),
  graph: (space, k, onProgress, job) =>
    asJob(job, async (signal) => {
      const graph = await (await service()).graph(space, k, onProgress, signal);
      return transfer(graph, [graph.ids.buffer, graph.distances.buffer]);
    }),
  vote(graph, labels, options) {
    const votes = weightedVote(graph, labels, options);
    return transfer(votes, [votes.buffer]);
  },
  stop: (job) => jobs.get(job)?.abort(),
} satisfies NeighborsWorker);
