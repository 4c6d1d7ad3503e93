import path from 'node:path';
import { LOCALES } from '#app/domain/shared/locale.ts';
import { everyPage } from './pages.ts';
import { test } from './project.ts';

const FOLDER = path.resolve('test-results/screenshots');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

for (const locale of LOCALES) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${locale}, ${theme}`, async ({ visit, rest, complaints }) => {
      complaints.expect(/status of 404/);
      for (const viewport of SIZES) {
        const pages = await everyPage({ visit, rest }, { locale, theme, viewport });
        for (const { name, show } of pages) {
          const { page } = await show();
          await page.evaluate(() => document.fonts.ready);
          const file = `${name.replace(/\W+/g, '-')}-${locale}-${theme}-${viewport.width}.png`;
          await page.screenshot({ path: path.join(FOLDER, file) });
        }
      }
    });
  }
}
