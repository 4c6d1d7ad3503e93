/** A program that acts for one person by the REST contract. */
export class RestClient {
  readonly #origin: string;
  readonly #token: string;

  constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  static async signIn(origin: string, email: string, password: string): Promise<RestClient> {
    const answer = await fetch(`${origin}/api/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const { token } = (await answer.json()) as { token?: string };
    if (token === undefined) throw new Error(`${email} gets no token: ${answer.status}`);
    return new RestClient(origin, token);
  }

  async get(path: string): Promise<Response> {
    return await fetch(`${this.#origin}/api/v1${path}`, { headers: this.#headers() });
  }

  async post(path: string, body: unknown = {}): Promise<Response> {
    return await fetch(`${this.#origin}/api/v1${path}`, {
      method: 'POST',
      headers: { ...this.#headers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** @returns the id of a new document of `kind` on assignment `code`. */
  async startDocument(code: string, kind: string, title: string): Promise<string> {
    const answer = await this.post(`/assignments/${code}/documents`, { kind, title });
    if (answer.status !== 201) throw new Error(`No ${kind} on ${code}: ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** The committed text of a document. */
  async text(documentId: string): Promise<string> {
    const answer = await this.get(`/documents/${documentId}/text`);
    if (answer.status !== 200) throw new Error(`No text of ${documentId}: ${answer.status}`);
    return ((await answer.json()) as { text: string }).text;
  }

  #headers() {
    return { authorization: `Bearer ${this.#token}`, accept: 'application/json' };
  }
}
