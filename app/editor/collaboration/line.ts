import type { WebsocketProvider } from 'y-websocket';
import type { Result } from '../../domain/shared/result.ts';
import { meaningOfClose } from './close-meaning.ts';
import type { EditorSession, SessionRefusal } from './open-session.ts';
import { retryDelay } from './retry-delay.ts';
import type { SaveTracker } from './save-status.ts';

type Parts = {
  provider: WebsocketProvider;
  saving: SaveTracker;
  /** Asks for a new sitting of the same person. */
  renew(): Promise<Result<EditorSession, SessionRefusal>>;
  /** Lets the provider use the new sitting from its next try on. */
  take(session: EditorSession): void;
};

/**
 * Keeps the connection of a sitting: when to try again, when to ask for a new ticket, and when to
 * stop. y-websocket's own retries are all alike and without chance, so it is left none.
 */
export class Line {
  readonly #parts: Parts;
  #failures = 0;
  #hasBeenOpen = false;
  #isClosed = false;
  #isRenewing = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** What stops when the sitting is over. */
  readonly #stops: (() => void)[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    const { provider } = parts;
    provider.shouldReconnect = () => false;
    provider.on('connection-close', this.#onClose);
    provider.on('sync', this.#onSync);
    this.#stops.push(
      on(window, 'online', () => this.tryNow()),
      on(window, 'focus', () => this.tryNow()),
      on(document, 'visibilitychange', () => {
        if (document.visibilityState === 'visible') this.tryNow();
      }),
    );
  }

  open(): void {
    this.#wait(null);
    const { provider } = this.#parts;
    provider.connect();
    // A network that swallows packets answers neither yes nor no.
    this.#timer = setTimeout(() => {
      if (!provider.wsconnected) provider.disconnect();
    }, ATTEMPT_MS);
  }

  /** Tries at once where a try is due later, or where somebody may have signed in meanwhile. */
  tryNow(): void {
    const { provider, saving } = this.#parts;
    if (this.#isClosed || provider.ws !== null || this.#isRenewing) return;
    const { kind } = saving.status();
    if (kind === 'signed-out') void this.#renew();
    else if (this.#timer !== null) this.open();
  }

  close(): void {
    this.#isClosed = true;
    this.#wait(null);
    this.#stops.forEach((stop) => stop());
  }

  readonly #onSync = (isSynced: boolean): void => {
    if (!isSynced) return;
    this.#wait(null);
    this.#failures = 0;
    this.#hasBeenOpen = true;
  };

  readonly #onClose = (event: CloseEvent | null): void => {
    const { provider, saving } = this.#parts;
    // Whatever y-websocket has planned finds nothing to do.
    provider.shouldConnect = false;
    this.#wait(null);
    saving.connectionChanged('offline');
    if (this.#isClosed) return;
    const meaning = meaningOfClose(event);
    switch (meaning.kind) {
      case 'refused':
        saving.refuse(meaning.code);
        return;
      case 'forbidden':
        saving.stop('forbidden');
        return;
      case 'unstored':
        saving.stop('unstored');
        break;
      case 'renew':
        // The first time at once; a server that gives tickets and takes none is asked more slowly.
        this.#later(() => void this.#renew(), this.#failures === 0 ? 0 : null);
        return;
      case 'retry':
        break;
    }
    const mayBeBlocked = !this.#hasBeenOpen && this.#failures + 1 >= FAILURES_OF_BLOCKED;
    this.#later(() => (mayBeBlocked ? void this.#renew() : this.open()), null);
  };

  /** A new ticket, and with it the knowledge whether the server can be reached without a socket. */
  async #renew(): Promise<void> {
    const { saving, renew, take } = this.#parts;
    this.#isRenewing = true;
    const answer = await renew().finally(() => (this.#isRenewing = false));
    if (this.#isClosed) return;
    if (answer.ok) {
      if (answer.value.mode === 'read') {
        saving.stop('forbidden');
        return;
      }
      if (!this.#hasBeenOpen && this.#failures >= FAILURES_OF_BLOCKED) saving.stop('blocked');
      take(answer.value);
      this.open();
      return;
    }
    switch (answer.refusal.code) {
      case 'SIGNED_OUT':
        saving.stop('signed-out');
        return;
      case 'NOT_GRANTED':
        saving.stop('forbidden');
        return;
      case 'UNREACHABLE':
        this.#later(() => void this.#renew(), null);
    }
  }

  /** @param delay in milliseconds; null to wait as long as the failures so far advise. */
  #later(act: () => void, delay: number | null): void {
    this.#failures += 1;
    this.#wait(setTimeout(act, delay ?? retryDelay(this.#failures, Math.random())));
  }

  #wait(timer: ReturnType<typeof setTimeout> | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = timer;
  }
}

function on(target: EventTarget, name: string, listener: () => void): () => void {
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
}

/** Longer than a slow mobile network takes for a handshake. */
const ATTEMPT_MS = 15_000;
const FAILURES_OF_BLOCKED = 2;
