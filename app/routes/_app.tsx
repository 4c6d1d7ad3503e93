import { ErrorScreen } from '../features/shell/ErrorScreen.tsx';
import { Shell } from '../features/shell/Shell.tsx';
import { placesOf } from '../features/shell/places.server.ts';
import type { ShellView } from '../features/shell/shell-view.ts';
import {
  Outlet,
  useLoaderData,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { preferencesOf } from '../http/preferences.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { frameCounts } from '../use-cases/register/frame-counts.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const [{ components, count, isDemo }, { t }] = await Promise.all([
    frameCounts(person),
    wordsWith(request, person, ['places']),
  ]);
  const { rail, theme } = preferencesOf(request);
  return json<ShellView>({
    person: { id: person.id, name: person.name, role: person.memberships[0]?.role ?? null },
    places: placesOf(person).map((place) => ({ ...place, label: t(`places.${place.name}`) })),
    components,
    count,
    isDemo,
    rail,
    theme,
  });
}

/** Counts change by actions, not by walking around. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) =>
  formMethod !== undefined && formMethod !== 'GET';

export default function App() {
  return (
    <Shell view={useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  );
}

/** A page that fails leaves the frame standing, so that there is a way on. */
export function ErrorBoundary() {
  const view = useRouteLoaderData<typeof loader>('routes/_app');
  // Null where a form was refused: then the data of this frame is not loaded.
  if (view == null) {
    return (
      <main>
        <ErrorScreen />
      </main>
    );
  }
  return (
    <Shell view={view}>
      <ErrorScreen />
    </Shell>
  );
}
