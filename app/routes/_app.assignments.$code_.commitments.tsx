import { CommitmentSheetScreen } from '../features/contract/CommitmentSheetScreen.tsx';
import { calendarDateAt } from '../domain/shared/calendar-date.ts';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { commitmentSheet } from '../use-cases/contract/commitment-sheet.server.ts';
import { assignmentFrame } from '../use-cases/register/assignment-frame.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const [frame, sheet] = await Promise.all([
    assignmentFrame({ actor, code, today: calendarDateAt(new Date()) }),
    commitmentSheet({ actor, code }),
  ]);
  if (frame === null || sheet === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['contract']);
  const title = `${code} ${t('contract.commitments')}`;
  return json({ frame, sheet, pageTitle: pageTitle(title), words });
}

export const meta = pageMeta;

export default function CommitmentsRoute() {
  const { words, frame, sheet } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <CommitmentSheetScreen frame={frame} sheet={sheet} />
    </MoreWords>
  );
}
