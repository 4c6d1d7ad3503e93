/** Own words that have no place in the document, until the author has seen to them. */
export class LostWords {
  readonly #listeners = new Set<() => void>();
  #words: readonly string[] = [];

  readonly now = (): readonly string[] => this.#words;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(words: readonly string[]): void {
    if (words.length > 0) this.#set([...this.#words, ...words]);
  }

  clear(): void {
    this.#set([]);
  }

  #set(words: readonly string[]): void {
    this.#words = words;
    this.#listeners.forEach((listener) => listener());
  }
}
