import { AuditScreen } from '../features/activity/AuditScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { sequenceOf } from '../http/sequence-of.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { projectAudit } from '../use-cases/activity/project-audit.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const [page, { t, pageTitle, words }] = await Promise.all([
    projectAudit({ actor, before: sequenceOf(request, 'before'), limit: 100 }),
    wordsWith(request, actor, ['activity']),
  ]);
  if (page === null) throw notFound();
  return json({ page, words, pageTitle: pageTitle(t('activity.audit')) });
}

export const meta = pageMeta;

export default function AuditRoute() {
  const { words, page } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <AuditScreen page={page} />
    </MoreWords>
  );
}
