/**
 * All that screens and routes use of the web framework, in one place: a later move to its successor
 * touches this file and `framework.server.ts` only. Safe to import in the browser.
 */
export {
  Form,
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  NavLink,
  Outlet,
  RemixBrowser,
  RemixServer,
  Scripts,
  ScrollRestoration,
  useActionData,
  useFetcher,
  useLoaderData,
  useLocation,
  useMatches,
  useNavigate,
  useNavigation,
  useParams,
  useRevalidator,
  useRouteError,
  useRouteLoaderData,
  useSearchParams,
  useSubmit,
} from '@remix-run/react';
export type { LinkProps, MetaFunction, ShouldRevalidateFunction } from '@remix-run/react';
