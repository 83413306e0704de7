import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

it('shows examples/view.ts in the guide, byte for byte', () => {
  expect(read('../GUIDE.md')).toContain(`\`\`\`ts\n${read('../examples/view.ts')}\`\`\`\n`);
});
