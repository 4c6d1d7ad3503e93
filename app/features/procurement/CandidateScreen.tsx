import { inLocale } from '../../domain/shared/locale.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { CandidatePage } from '../../use-cases/procurement/procurement-views.ts';
import { AssignmentFrame } from '../register/AssignmentFrame.tsx';
import { CANDIDATE_TONES } from './candidate-tone.ts';
import { DeclarationForm } from './DeclarationForm.tsx';
import { Outcome, type FormOutcome } from './form-outcome.ts';
import { PriceForm } from './PriceForm.tsx';
import styles from './procurement.module.css';
import { ScoreForm } from './ScoreForm.tsx';

type Props = { page: CandidatePage; outcome: FormOutcome };

/** One candidate: declare ties first, then judge; and what happened to it so far. */
export function CandidateScreen({ page, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { candidate } = page;
  return (
    <Outcome.Provider value={outcome}>
      <AssignmentFrame
        frame={page.frame}
        actions={
          <ButtonLink to={`/assignments/${page.frame.code}/procurement`}>
            {t('procurement.back')}
          </ButtonLink>
        }
      >
        <div className={styles.body}>
          <h2>
            {`${candidate.no}. ${inLocale(candidate.name, locale)}`}{' '}
            <Chip tone={CANDIDATE_TONES[candidate.event]}>
              {t(`procurement.candidate-state.${candidate.event}`)}
            </Chip>
          </h2>
          {page.mayJudge && <DeclarationForm declaration={page.declaration} />}
          <ScoreForm page={page} />
          <PriceForm page={page} />
          <History page={page} />
        </div>
      </AssignmentFrame>
    </Outcome.Provider>
  );
}

function History({ page }: { page: CandidatePage }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Card title={t('procurement.candidate.history')}>
      <ol className={`${styles.list} ${styles.stack}`}>
        {page.history.map((happened) => (
          <li key={happened.at + happened.event}>
            {t(`procurement.candidate-state.${happened.event}`)}{' '}
            <span className={styles.faint}>
              {`${formatDateTime(locale, happened.at)} · ${inLocale(happened.personName, locale)}`}
            </span>
            {happened.reason !== '' && <p>{happened.reason}</p>}
          </li>
        ))}
        {page.declarations.map((declared) => (
          <li key={declared.personName.en}>
            {t(`procurement.declared.${declared.declaration}`, {
              person: inLocale(declared.personName, locale),
            })}
            {declared.statement !== '' && <p>{declared.statement}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
