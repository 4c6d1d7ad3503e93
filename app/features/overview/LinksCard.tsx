import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import type { AssignmentSummary } from '../../use-cases/overview/assignment-summary.server.ts';
import { Completeness } from '../models/Completeness.tsx';
import { TargetChip } from '../models/TargetChip.tsx';
import styles from './overview.module.css';

type Props = { code: string; links: NonNullable<AssignmentSummary['links']> };

const TARGETS_SHOWN = 8;

/** Which parts of the data models the records of the assignment are about. */
export function LinksCard({ code, links }: Props) {
  const t = useTranslate();
  const targets = [...new Map(links.links.map((link) => [link.target.reference, link])).values()];
  return (
    <Card
      title={t('models.title')}
      aside={
        <ButtonLink to={`/assignments/${code}/links`} look="quiet">
          {t('overview.page.open')}
        </ButtonLink>
      }
    >
      <div className={styles.card}>
        <Completeness completeness={links.completeness} />
        <div className={styles.targets}>
          {targets.slice(0, TARGETS_SHOWN).map(({ target, revision }) => (
            <TargetChip key={target.reference} target={target} revision={revision} />
          ))}
        </div>
      </div>
    </Card>
  );
}
