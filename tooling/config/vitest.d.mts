import type { UserWorkspaceConfig, ViteUserConfig } from 'vitest/config';

interface BothOptions {
  /** Patterns of further files that stay in Node. */
  readonly nodeOnly?: readonly string[];
  /** Patterns of files that do not run in Node. */
  readonly browserOnly?: readonly string[];
  /** Libraries that only workers import. */
  readonly prepared?: readonly string[];
  /** Whether each file gets modules of its own. */
  readonly isolate?: boolean;
  /** Test files at a time. */
  readonly maxWorkers?: number;
}

interface BothConfig extends ViteUserConfig {
  readonly test: NonNullable<ViteUserConfig['test']> & {
    readonly projects: [node: UserWorkspaceConfig, browser: UserWorkspaceConfig];
  };
}

export function testInNode(test?: NonNullable<ViteUserConfig['test']>): ViteUserConfig;
export function testInNodeAndBrowser(options?: BothOptions): BothConfig;
