import type { BrowserContext } from '@playwright/test';

/** The socket between a browser and the server, which a test may cut in either direction. */
export class CollabWire {
  /** What the browser says does not arrive. */
  isMute = false;
  /** What the server says does not arrive. */
  isDeaf = false;

  /** Call it before the page opens a document. */
  static async between(context: BrowserContext): Promise<CollabWire> {
    const wire = new CollabWire();
    await context.routeWebSocket(/\/collab\//, (browser) => {
      const server = browser.connectToServer();
      browser.onMessage((frame) => {
        if (!wire.isMute) server.send(frame);
      });
      server.onMessage((frame) => {
        if (!wire.isDeaf) browser.send(frame);
      });
    });
    return wire;
  }
}
