import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const THEMES = ['light', 'dark'] as const;

/**
 * What axe objects to in a page, in both themes; between them only colours change. In its legacy mode it opens no page of its
 * own, which only frames would need.
 */
export async function axeFinds(page: Page, within = 'body'): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).include(within).setLegacyMode(true);
    const rules = colorScheme === THEMES[0] ? {} : { runOnly: ['color-contrast'] };
    const { violations } = await axe.options({ ...rules, resultTypes: ['violations'] }).analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`));
  }
  return found;
}
