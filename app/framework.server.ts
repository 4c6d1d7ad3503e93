/** What server-side route code uses of the web framework; see `framework.ts`. */
export { createReadableStreamFromReadable, json, redirect } from '@remix-run/node';
export { createRequestHandler } from '@remix-run/server-runtime';
export type {
  ActionFunctionArgs,
  EntryContext,
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  SerializeFrom,
  ServerBuild,
  TypedResponse,
} from '@remix-run/node';
