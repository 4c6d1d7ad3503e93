import type { ProcurementPage } from '../../use-cases/procurement/procurement-views.ts';
import { AssignmentFrame } from '../register/AssignmentFrame.tsx';
import { BasisForm } from './BasisForm.tsx';
import { CandidateList } from './CandidateList.tsx';
import { Comparison } from './Comparison.tsx';
import { CriteriaList } from './CriteriaList.tsx';
import { Outcome, type FormOutcome } from './form-outcome.ts';
import { NoObjectionList } from './NoObjectionList.tsx';
import styles from './procurement.module.css';
import { StageMoves } from './StageMoves.tsx';
import { StageTable } from './StageTable.tsx';
import { Transitions } from './Transitions.tsx';

type Props = { page: ProcurementPage; outcome: FormOutcome };

/** How an assignment comes to its contract: stages, the Bank's no-objections, candidates. */
export function ProcurementScreen({ page, outcome }: Props) {
  const { code } = page.frame;
  return (
    <Outcome.Provider value={outcome}>
      <AssignmentFrame frame={page.frame}>
        <div className={styles.body}>
          <StageMoves code={code} moves={page.moves} today={page.today} />
          <NoObjectionList
            code={code}
            noObjections={page.noObjections}
            askable={page.askable}
            may={page.may}
          />
          <CandidateList
            code={code}
            candidates={page.candidates}
            mayEdit={page.may.edit}
            isOpen={page.areCandidatesOpen}
          />
          <CriteriaList criteria={page.criteria} mayEdit={page.may.edit} />
          <Comparison {...page} />
          <BasisForm basis={page.basis} mayEdit={page.may.edit} />
          <StageTable stages={page.stages} mayEdit={page.may.edit} />
          <Transitions transitions={page.transitions} />
        </div>
      </AssignmentFrame>
    </Outcome.Provider>
  );
}
