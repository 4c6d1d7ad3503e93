import type { RefusalCode } from '../shared/refusal-code.ts';
import type { Result } from '../shared/result.ts';

/** Why a change of a contract was refused, and which of what was given is the cause. */
export type ContractRefusal = {
  code: RefusalCode;
  fields?: Readonly<Record<string, RefusalCode>>;
};

export type ContractOutcome<Value = { code: string }> = Result<Value, ContractRefusal>;

/** A refusal for which one of the given values is the cause. */
export function because(code: RefusalCode, field: string): ContractRefusal {
  return { code, fields: { [field]: code } };
}
