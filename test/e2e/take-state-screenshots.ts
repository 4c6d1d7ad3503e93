import path from 'node:path';
import * as Y from 'yjs';
import { LOCALES } from '#app/domain/shared/locale.ts';
import { CollabWire } from './collab-wire.ts';
import { LiveEditor } from './live-editor.ts';
import { test, type Visitor } from './project.ts';

const FOLDER = path.resolve('test-results/screenshots/states');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

type Act = (visitor: Visitor, wire: CollabWire) => Promise<void>;

const noSession =
  (status: number): Act =>
  async ({ page }, wire) => {
    await page.route('**/session', (route) => route.fulfill({ status, json: {} }));
    await wire.close(status === 401 ? 4401 : 1011);
  };

/** What makes each state of the pill, after some words were typed that nobody confirmed. */
const STATES: Record<string, Act> = {
  saved: () => Promise.resolve(),
  saving: () => Promise.resolve(),
  late: () => Promise.resolve(),
  offline: async ({ page }, wire) => {
    await page.context().setOffline(true);
    await wire.close(1011);
  },
  unstored: (_visitor, wire) => Promise.resolve(wire.tellRefusal('store-unavailable')),
  'signed-out': noSession(401),
  forbidden: (_visitor, wire) => Promise.resolve(wire.tellRefusal('read-only')),
  foreign: (_visitor, wire) =>
    Promise.resolve(
      wire.tellBrowser((doc) => {
        doc.get('root-v2', Y.XmlElement).insert(1, [new Y.XmlElement('hologram')]);
      }),
    ),
  refused: (_visitor, wire) => wire.close(4400, 'bytes'),
};

for (const locale of LOCALES) {
  for (const theme of ['light', 'dark'] as const) {
    test(`states, ${locale}, ${theme}`, async ({ visit, rest, complaints }) => {
      complaints.expect(/./);
      const office = await rest('pmo@demo.test');
      for (const viewport of SIZES) {
        for (const [state, act] of Object.entries(STATES)) {
          const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', `状态 ${state}`);
          const visitor = await visit('pmo@demo.test', { locale, theme, viewport });
          const { page } = visitor;
          const wire = await CollabWire.between(visitor.context);
          const editor = await LiveEditor.open(visitor, id);
          await editor.newParagraphAtEnd();
          await editor.saved();
          wire.isMute = state !== 'saved';
          await page.keyboard.insertText('尚未保存的文字 words not saved');
          await act(visitor, wire);
          await page.locator(`[data-save-state="${state}"]`).waitFor({ timeout: 20_000 });
          await page.evaluate(() => window.scrollTo(0, 0));
          const file = `${state}-${locale}-${theme}-${viewport.width}.png`;
          await page.screenshot({ path: path.join(FOLDER, file) });
          await visitor.context.close();
        }
      }
    });
  }
}
