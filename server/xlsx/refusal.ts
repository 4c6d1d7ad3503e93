import type { RefusalCode } from '#app/domain/shared/refusal-code.ts';

/** Why a workbook could not be read. */
export const XLSX_REFUSALS = [
  'xlsx.empty',
  'xlsx.not-a-workbook',
  'xlsx.old-format',
  'xlsx.encrypted',
  'xlsx.damaged',
  'xlsx.unsafe',
  'xlsx.too-large',
  'xlsx.too-many-rows',
  'xlsx.too-many-columns',
  'xlsx.bomb',
  'xlsx.too-heavy',
] as const satisfies readonly RefusalCode[];
export type XlsxRefusalCode = (typeof XLSX_REFUSALS)[number];

export function isXlsxRefusal(value: unknown): value is XlsxRefusalCode {
  return (XLSX_REFUSALS as readonly unknown[]).includes(value);
}
