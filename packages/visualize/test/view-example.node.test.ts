import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

it('shows examples/view.ts in the README, byte for byte', () => {
  expect(read('../README.md')).toContain(`\`\`\`ts\n${read('../examples/view.ts')}\`\`\`\n`);
});
