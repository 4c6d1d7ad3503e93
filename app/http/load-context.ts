/** What the server hands to every route and to the page renderer with a request. */
export type AppLoadContext = {
  /** Allows our inline scripts under the content security policy; new for each response. */
  nonce: string;
  /** When the request arrived, in milliseconds since 1970. */
  requestStart: number;
  /** Address of the client, for the rate limits. */
  clientAddress: string;
  /** Writes a fault to the log, with the request that it happened in. */
  reportFault: (fault: unknown, request: Request) => void;
};

type Ours = AppLoadContext;

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the framework's own type can only be widened by an interface
  interface AppLoadContext extends Ours {}
}
