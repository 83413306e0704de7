import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** Looking at the colours of every element takes axe longer than all its other rules. */
const COLOURS = 'color-contrast';

/** What axe objects to in a page, in both themes; between them only colours change. */
export async function axeFinds(page: Page, within = 'body'): Promise<readonly string[]> {
  const inLight = await findingsOf(page, within, 'light', {});
  const inDark = await findingsOf(page, within, 'dark', { runOnly: [COLOURS] });
  return [...inLight, ...inDark];
}

/** What axe objects to but for colours, which were looked at in a wide window: a narrow one changes none. */
export function axeFindsInLayout(page: Page, within = 'body'): Promise<readonly string[]> {
  return findingsOf(page, within, 'light', { rules: { [COLOURS]: { enabled: false } } });
}

/** In its legacy mode axe opens no page of its own, which only frames would need. */
async function findingsOf(
  page: Page,
  within: string,
  colorScheme: 'light' | 'dark',
  options: Parameters<AxeBuilder['options']>[0],
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme });
  const axe = new AxeBuilder({ page }).include(within).setLegacyMode(true);
  const { violations } = await axe.options({ ...options, resultTypes: ['violations'] }).analyze();
  return violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`);
}
