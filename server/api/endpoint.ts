/** What one REST endpoint is: its place, its shapes for OpenAPI, and what it does. */
import type { z } from 'zod';
import type { SignedIn } from '#app/use-cases/people/current-person.server.ts';
import type { Refusal } from '#app/domain/shared/refusal-code.ts';

export type Call<Body> = {
  request: Request;
  /** Path parameters by name. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Body;
  now: Date;
  clientAddress: string;
};

export type Answer =
  | { status: 200 | 201; json: unknown }
  | { response: Response }
  /** Becomes application/problem+json. */
  | { refusal: Refusal };

type Described = {
  method: 'get' | 'post';
  /** Path below `/api/v1` with parameters as `{name}`. */
  path: string;
  /** One line for OpenAPI. */
  summary: string;
  /** Shape of the successful JSON answer; null when the answer is a file. */
  answers: z.ZodType | null;
};

/** Erased form in which the registry keeps endpoints. */
export type Endpoint = Described & {
  signedIn: 'required' | 'not-needed';
  body: z.ZodType | null;
  handle: (call: Call<unknown>, signedIn: SignedIn | null) => Promise<Answer>;
};

/** An endpoint for a signed-in caller. */
export function endpoint<Body extends z.ZodType | null>(
  described: Described & {
    body: Body;
    handle: (
      call: Call<Body extends z.ZodType ? z.output<Body> : null>,
      signedIn: SignedIn,
    ) => Promise<Answer>;
  },
): Endpoint {
  const { handle, ...rest } = described;
  return {
    ...rest,
    signedIn: 'required',
    handle: async (call, signedIn) => {
      if (signedIn === null) return { refusal: { code: 'sign-in.expired' } };
      return await handle(call as Parameters<typeof handle>[0], signedIn);
    },
  };
}

/** An endpoint that anybody may call. */
export function openEndpoint<Body extends z.ZodType | null>(
  described: Described & {
    body: Body;
    handle: (call: Call<Body extends z.ZodType ? z.output<Body> : null>) => Promise<Answer>;
  },
): Endpoint {
  const { handle, ...rest } = described;
  return {
    ...rest,
    signedIn: 'not-needed',
    handle: async (call) => await handle(call as Parameters<typeof handle>[0]),
  };
}

/** The list answer of the contract. Items are ordered; the cursor is the key of the last one. */
export function listAnswer<Item>(
  items: readonly Item[],
  page: { query: URLSearchParams; keyOf: (item: Item) => string },
): Answer {
  const { query, keyOf } = page;
  const limit = Math.min(Math.max(Number(query.get('limit') ?? LIMIT) || LIMIT, 1), LIMIT);
  const cursor = query.get('cursor');
  const from = cursor === null ? 0 : items.findIndex((item) => keyOf(item) === cursor) + 1;
  // The first page again would send a program round and round.
  if (cursor !== null && from === 0) return { refusal: { code: 'form.invalid' } };
  const shown = items.slice(from, from + limit);
  const last = shown.at(-1);
  const more = from + shown.length < items.length;
  return {
    status: 200,
    json: { items: shown, nextCursor: more && last !== undefined ? keyOf(last) : null },
  };
}

/** More than any list of this project; a page of it is one answer. */
const LIMIT = 200;
