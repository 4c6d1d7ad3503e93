import { AxeBuilder } from '@axe-core/playwright';
import { LOCALES } from '#app/domain/shared/locale.ts';
import { everyPage } from './pages.ts';
import { expect, test, type Theme, type Visitor } from './project.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const THEMES: readonly Theme[] = ['light', 'dark'];

// One test walks through every page of the product.
test.describe.configure({ timeout: 300_000 });

for (const locale of LOCALES) {
  for (const theme of THEMES) {
    test(`${locale}, ${theme}: axe finds nothing on any page`, async ({
      visit,
      rest,
      complaints,
    }) => {
      // Every page is looked at, and there are many.
      test.setTimeout(240_000);
      complaints.expect(/status of 404/);
      for (const { name, show } of await everyPage({ visit, rest }, { locale, theme })) {
        expect.soft(await violations(await show()), name).toEqual([]);
      }
    });
  }

  test(`${locale}: no page scrolls sideways at a width of 320 pixels`, async ({
    visit,
    rest,
    complaints,
  }) => {
    complaints.expect(/status of 404/);
    const viewport = { width: 320, height: 640 };
    for (const { name, show } of await everyPage({ visit, rest }, { locale, viewport })) {
      expect.soft(await overflow(await show()), name).toBe(0);
    }
  });
}

/** One line for each element that breaks a rule. */
async function violations({ page }: Visitor): Promise<string[]> {
  // Without frames there is nothing that needs the second page of the present mode.
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(TAGS);
  const { violations: broken } = await axe.analyze();
  return broken.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** By how many pixels the page is wider than the window. */
async function overflow({ page }: Visitor): Promise<number> {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
