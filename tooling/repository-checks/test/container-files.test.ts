import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './workspace.ts';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const dockerfile = read('Dockerfile');
const PINNED = /^[a-z][\w./-]*:\d+[\w.-]*$/;

describe('the Dockerfile', () => {
  it('satisfies the linter', () => {
    expect(
      validate(dockerfile).map(({ message, range }) => ({ message, line: range.start.line + 1 })),
    ).toEqual([]);
  });

  it('is told from one with a mistake', () => {
    expect(validate(dockerfile.replace('\nUSER ', '\nUSERS ')).map(({ message }) => message)).toEqual([
      expect.stringContaining('USERS'),
    ]);
  });

  it('builds on pinned images alone', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) expect(image).toMatch(PINNED);
  });

  it('takes the package manager of the workspace', () => {
    const { packageManager } = JSON.parse(read('package.json'));
    expect(dockerfile).toContain(` ${packageManager} `);
  });

  it('runs as somebody else than root, with a health check', () => {
    const [lastStage = ''] = dockerfile.split(/^FROM /m).slice(-1);
    expect(/^USER (\S+)$/m.exec(lastStage)?.[1]).toBe('node');
    expect(lastStage).toMatch(/^HEALTHCHECK /m);
  });

  it('copies nothing that is installed, generated or fetched', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '**/node_modules', '**/dist', '**/generated']));
  });
});

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly deploy?: { readonly replicas: number };
}

const SERVICE_KEYS = new Set([
  'build',
  'command',
  'depends_on',
  'deploy',
  'entrypoint',
  'healthcheck',
  'image',
  'init',
  'ports',
  'read_only',
  'restart',
  'user',
  'volumes',
]);
const CONDITIONS = ['service_started', 'service_healthy', 'service_completed_successfully'];

const compose = parse(read('compose.yaml'), { merge: true, strict: true, uniqueKeys: true });
const services = Object.entries<Service>(compose.services);
const needs = ({ depends_on: needed = {} }: Service) =>
  Array.isArray(needed)
    ? needed.map((name: string) => ({ name, condition: 'service_started' }))
    : Object.entries(needed).map(([name, { condition }]) => ({ name, condition }));

describe('compose.yaml', () => {
  it('has Redis, workers, a coordinator for each dataset and the dashboard', () => {
    expect(services.map(([name]) => name)).toEqual([
      'redis',
      'worker',
      'fashion-mnist',
      'mnist',
      'report',
      'dashboard',
    ]);
    expect(compose.services.worker.deploy.replicas).toBeGreaterThan(1);
    expect(Object.keys(compose).filter((key) => !key.startsWith('x-'))).toEqual([
      'name',
      'services',
      'volumes',
    ]);
  });

  describe.each(services)('%s', (_name, service) => {
    it('has no key that Compose does not know', () => {
      expect(Object.keys(service).filter((key) => !SERVICE_KEYS.has(key))).toEqual([]);
    });

    it('has an image with a version', () => {
      expect(service.image).toMatch(PINNED);
    });

    it('has only volumes that are declared', () => {
      for (const volume of service.volumes ?? [])
        expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    });

    it('needs only services that are there, and the health only of those that tell it', () => {
      for (const { name, condition } of needs(service)) {
        expect(CONDITIONS).toContain(condition);
        expect(compose.services).toHaveProperty([name]);
        if (condition === 'service_healthy') expect(compose.services[name]).toHaveProperty('healthcheck');
      }
    });

    it('has commands of words, which no shell splits', () => {
      for (const words of [service.command, service.entrypoint].filter((some) => some !== undefined))
        for (const word of words) expect(word).toBeTypeOf('string');
    });
  });

  it('has workers and coordinators meet at the same queue', () => {
    const addresses = ['worker', 'fashion-mnist', 'mnist'].map(
      (name) => /redis:\/\/([\w-]+):6379/.exec(compose.services[name].command.join(' '))?.[1],
    );
    expect(addresses).toEqual(['redis', 'redis', 'redis']);
  });

  it('lets no queue lose jobs for want of memory', () => {
    expect(compose.services.redis.command.join(' ')).toContain('--maxmemory-policy noeviction');
  });
});
