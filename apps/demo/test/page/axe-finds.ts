import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const THEMES = ['light', 'dark'] as const;

/** What axe objects to in a page, in both themes; between them only colours change. */
export async function axeFinds(page: Page, within = 'body'): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).include(within);
    if (colorScheme !== THEMES[0]) axe.withRules('color-contrast');
    const { violations } = await axe.analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`));
  }
  return found;
}
