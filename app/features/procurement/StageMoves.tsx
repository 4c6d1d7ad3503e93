import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { NextStage } from '../../use-cases/procurement/procurement-views.ts';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

type Props = { code: string; moves: readonly NextStage[]; today: string };

/** What can happen next, and what is still missing for it; the next stage is the primary button. */
export function StageMoves({ code, moves, today }: Props) {
  const t = useTranslate();
  const forward = moves.filter(({ kind }) => kind === 'FORWARD');
  const others = moves.filter(({ kind }) => kind !== 'FORWARD');
  if (moves.length === 0) return null;
  return (
    <Card title={t('procurement.moves')}>
      <div className={styles.stack}>
        {forward.map((move, index) => (
          <ForwardMove key={move.to} {...{ code, move, today }} isFirst={index === 0} />
        ))}
        {others.length > 0 && <OtherMoves moves={others} today={today} />}
      </div>
    </Card>
  );
}

function ForwardMove(props: { code: string; move: NextStage; today: string; isFirst: boolean }) {
  const { code, move, today, isFirst } = props;
  const t = useTranslate();
  const stage = t(`register.stage.${move.to}`);
  const look = isFirst ? 'primary' : 'plain';
  return (
    <div className={styles.stack}>
      {move.lacks.length > 0 && (
        <div>
          <p>{t('procurement.lacks', { stage })}</p>
          <ul className={styles.lacks}>
            {move.lacks.map((demand) => (
              <li key={demand}>{t(`refusals.${demand}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {move.isBySigning ? (
        <p>
          <ButtonLink to={`/assignments/${code}/contract`} look={look}>
            {t('procurement.sign')}
          </ButtonLink>
        </p>
      ) : (
        <MoveForm move={move} today={today} look={look} />
      )}
    </div>
  );
}

function MoveForm(props: { move: NextStage; today: string; look: 'primary' | 'plain' }) {
  const { move, today, look } = props;
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'move', to: move.to });
  return (
    <Form method="post" className={styles.line}>
      <input type="hidden" name="act" value="move" />
      <input type="hidden" name="to" value={move.to} />
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      <Field label={t('procurement.occurred-on')} refusal={reason('occurredOn')}>
        {(control) => (
          <input
            {...control}
            type="date"
            name="occurredOn"
            max={today}
            required
            defaultValue={typed('occurredOn') ?? today}
          />
        )}
      </Field>
      <Button type="submit" look={look} disabled={isSending}>
        {t('procurement.move', { stage: t(`register.stage.${move.to}`) })}
      </Button>
    </Form>
  );
}

/** Back, cancelled, terminated: seldom, and never without a reason. */
function OtherMoves({ moves, today }: { moves: readonly NextStage[]; today: string }) {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const outcome = useOutcome({ act: 'move' });
  const chosen = moves.find(({ to }) => to === outcome.typed('to'))?.to;
  const isMine = chosen !== undefined;
  return (
    <details open={isMine}>
      <summary>{t('procurement.other-moves')}</summary>
      <Form method="post" className={styles.stack}>
        <input type="hidden" name="act" value="move" />
        {isMine && outcome.refusal !== null && <Notice tone="danger">{outcome.refusal}</Notice>}
        <Field label={t('procurement.other-move')}>
          {(control) => (
            <select {...control} name="to" defaultValue={chosen}>
              {moves.map(({ to, kind }) => (
                <option key={to} value={to}>
                  {t(`procurement.kind.${kind}`, { stage: t(`register.stage.${to}`) })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('procurement.occurred-on')}>
          {(control) => (
            <input
              {...control}
              type="date"
              name="occurredOn"
              max={today}
              required
              defaultValue={(isMine ? outcome.typed('occurredOn') : undefined) ?? today}
            />
          )}
        </Field>
        <Field
          label={t('procurement.reason')}
          refusal={isMine ? outcome.reason('reason') : undefined}
        >
          {(control) => (
            <input
              {...control}
              name="reason"
              maxLength={500}
              defaultValue={isMine ? outcome.typed('reason') : undefined}
            />
          )}
        </Field>
        <p>
          <Button type="submit" disabled={isSending}>
            {t('procurement.other-submit')}
          </Button>
        </p>
      </Form>
    </details>
  );
}
