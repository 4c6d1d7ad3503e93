import type { ReactNode } from 'react';
import { ErrorScreen } from './features/shell/ErrorScreen.tsx';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
  type MetaFunction,
} from './framework.ts';
import { json, type LoaderFunctionArgs } from './framework.server.ts';
import { localeFor, preferencesOf } from './http/preferences.server.ts';
import { PRODUCT } from './http/page-meta.ts';
import { useLocale } from './i18n/translate.tsx';
import { useNonce } from './ui/nonce.tsx';
import { currentPerson } from './use-cases/people/current-person.server.ts';
import favicon from './ui/favicon.svg?no-inline';
import './ui/tokens.css';
import './ui/base.css';

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale, theme } = preferencesOf(request);
  const person = locale === null ? await currentPerson(request) : null;
  return json({ locale: localeFor(request, person), theme });
}

/** Language and theme change by a full page load only. */
export const shouldRevalidate = () => false;

export const meta: MetaFunction = () => [{ title: PRODUCT }];

export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const theme = useRouteLoaderData<typeof loader>('root')?.theme ?? 'system';
  const nonce = useNonce();
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <Meta />
        <link rel="icon" type="image/svg+xml" href={favicon} />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return (
    <main>
      <ErrorScreen />
    </main>
  );
}
