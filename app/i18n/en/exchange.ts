import type { ProcurementReview } from '../../domain/register/assignment.ts';
import type { RowOutcome, RowRule } from '../../domain/register/import-row.ts';
import type { RegisterColumn } from '../../domain/register/register-column.ts';

const columns = {
  'column.code': 'Code',
  'column.kind': 'Kind',
  'column.component': 'Component',
  'column.titleZh': 'Title in Chinese',
  'column.titleEn': 'Title in English',
  'column.method': 'Selection method',
  'column.review': 'Bank review',
  'column.stage': 'Stage',
  'column.holders': 'Held by',
  'column.stepReference': 'STEP number',
  'column.plannedAmount': 'Planned budget',
  'column.plannedCurrency': 'Currency of the budget',
  'column.signedOn': 'Signed on',
  'column.amount': 'Contract amount',
  'column.currency': 'Currency of the contract',
  'column.startsOn': 'Starts on',
  'column.endsOn': 'Ends on',
  'column.nextDeliverable': 'Next deliverable',
  'column.dueOn': 'Due on',
} as const satisfies Record<`column.${RegisterColumn}`, string>;

const rules = {
  'rule.formula':
    'The cell holds a formula. Replace it by its value: copy it and paste the value only.',
  'rule.error-value': 'The cell holds an error of the spreadsheet. Write the value itself.',
  'rule.merged': 'The row belongs to the merged area {value}. Take the cells apart again.',
  'rule.outside': 'Column {value} holds something and has no header. Empty it or give it a header.',
  'rule.code-missing': 'The code is missing. Write one such as PMI-9.',
  'rule.code-shape': '“{value}” is not a code. A code is written like PMI-9 or PMI-30-ICS.',
  'rule.code-twice': 'Row {value} has the same code. Leave one of the two.',
  'rule.code-kind':
    '{value} cannot be a sub-contract: those are PMI-1 to PMI-26. Correct the code or the kind.',
  'rule.kind-missing': 'The kind is missing: sub-contract or individual assignment.',
  'rule.kind-unknown': '“{value}” is not a kind. Write sub-contract or individual assignment.',
  'rule.kind-changed': 'The kind of a contract does not change; here it is: {value}.',
  'rule.component-unknown': '“{value}” is not a component. Write its number, from 1 to 4.',
  'rule.title-missing': 'The title is missing. Write it in both languages.',
  'rule.title-too-long': 'The title is too long; 300 characters are the limit.',
  'rule.method-missing': 'The selection method is missing. Write one such as CQS.',
  'rule.method-unknown':
    '“{value}” is not a selection method. Write QCBS, QBS, FBS, LCS, CQS, CDS or INDV.',
  'rule.method-fixed':
    'The procurement has begun by {value}. Change the method on the page of the contract.',
  'rule.review-missing': 'The kind of review is missing. Write prior or post.',
  'rule.review-unknown': '“{value}” is not a kind of review. Write prior or post.',
  'rule.stage-unknown': '“{value}” is not a stage. Write it as the register shows it, or nothing.',
  'rule.stage-new':
    'A new contract begins as planned. Write that or nothing; it moves on from its own page.',
  'rule.stage-moves':
    'Stages move on the page of the contract, where each move is checked. The register has: {value}.',
  'rule.text-too-long': 'The text is too long; 100 characters are the limit.',
  'rule.amount-malformed': '“{value}” is not an amount. Write digits such as 1500000.00.',
  'rule.amount-negative': 'The amount is below zero. Correct it.',
  'rule.amount-too-fine': '{value} has more decimals than the currency. Round it.',
  'rule.amount-missing': 'There is a currency without an amount. Write both or neither.',
  'rule.currency-missing': 'There is an amount without a currency. Write one such as CNY.',
  'rule.currency-unknown': '“{value}” is not a currency. Write three letters such as CNY.',
  'rule.date-malformed': '“{value}” is not a date. Write it like 2026-02-28.',
  'rule.end-before-start': 'The end {value} does not come after the start. Correct one of them.',
  'rule.signed-after-start':
    'The day of signature {value} comes after the start. Correct one of them.',
  'rule.contract-facts':
    'Facts of a signed contract are entered on its page. Leave {value} out, or as the register has it.',
  'rule.holder-facts':
    'Who holds a contract follows from its signature. Leave “{value}” out, or as the register has it.',
  'rule.derived':
    'Deliverables are kept on the page of the contract. Leave “{value}” out, or as the register has it.',
} as const satisfies Record<`rule.${RowRule}`, string>;

const outcomes = {
  'outcome.NEW': 'New',
  'outcome.CHANGED': 'Changed',
  'outcome.UNCHANGED': 'Unchanged',
  'outcome.REFUSED': 'Refused',
  'review.PRIOR': 'Prior review',
  'review.POST': 'Post review',
  'review.short.PRIOR': 'Prior',
  'review.short.POST': 'Post',
} as const satisfies Record<
  `outcome.${RowOutcome}` | `review.${ProcurementReview}` | `review.short.${ProcurementReview}`,
  string
>;

const screens = {
  title: 'In and out',
  'import.title': 'Import the register',
  'import.lead':
    'Choose a workbook (.xlsx). It is read on trial first: you see row by row what would change, and nothing changes before you confirm.',
  'import.file': 'Workbook',
  'import.file.hint':
    'At most 10 MB and 5,000 rows. The first sheet is read, its first row being the headers.',
  'import.read': 'Read on trial',
  'import.reading': 'Reading the workbook…',
  'import.template': 'Empty template',
  'import.export': 'The register as a workbook',
  'import.header': 'Header: {header}',
  'import.sets':
    'An import sets component, titles, method, review, STEP number and planned budget, and adds new contracts as planned. The other columns are there to read: leave them as they are, or empty.',
  'trial.title': 'Import on trial',
  'trial.of': '{file}, read {at}',
  'trial.summary':
    '{new} new, {changed} changed, {unchanged} unchanged, {refused} refused. Nothing has been changed yet.',
  'trial.applied':
    'Applied {at}: {new} new, {changed} changed. {refused} refused rows were left out.',
  'trial.apply': { one: 'Apply {count} row', other: 'Apply {count} rows' },
  'trial.applying': 'Applying…',
  'trial.again': 'Choose another workbook',
  'trial.nothing': 'There is nothing to apply.',
  'trial.leaves-out': {
    one: '{count} refused row will be left out. Correct it in the workbook and import it afterwards.',
    other:
      '{count} refused rows will be left out. Correct them in the workbook and import them afterwards.',
  },
  'trial.moved':
    'The register has changed since the trial. This is what the rows would do now; read it and confirm again.',
  'trial.show': 'Show',
  'trial.all': 'All rows',
  'trial.table': 'Rows of the workbook',
  'trial.row': 'Row',
  'trial.outcome': 'Outcome',
  'trial.what': 'What would change, or why it is refused',
  'trial.empty': 'No row is of this kind.',
  'trial.nothing-set': 'empty',
  'trial.before': 'before',
  'trial.after': 'after',
  'trial.pages': 'Pages',
  'trial.page': 'Rows {from} to {to} of {count}',
  'trial.previous': 'Earlier rows',
  'trial.next': 'Later rows',
  'sheet.register': 'Register',
  'sheet.words': 'Words',
  'export.file': 'Register {date}',
  'template.file': 'Register template',
  'ocds.title': 'Open contracting data',
  'ocds.lead':
    'The register in the Open Contracting Data Standard (OCDS 1.1), as far as you may read it.',
  'ocds.releases': 'Release package',
  'ocds.records': 'Record package',
  'ocds.import': 'Take in a package',
  'ocds.import.lead':
    'Releases of another system are kept exactly as they are and given out again with the packages. They never change the register.',
  'ocds.file': 'Package',
  'ocds.file.hint': 'A release package, a record package or one release as JSON, at most 8 MB.',
  'ocds.read': 'Read on trial',
  'ocds.reading': 'Reading the package…',
  'ocds.trial.summary': '{fresh} new, {known} already here. Nothing has been stored yet.',
  'ocds.trial.stored': 'Stored {at}: {fresh} releases.',
  'ocds.trial.store': { one: 'Store {count} release', other: 'Store {count} releases' },
  'ocds.trial.storing': 'Storing…',
  'ocds.table': 'Releases of the package',
  'ocds.release': 'Release',
  'ocds.process': 'Process',
  'ocds.date': 'Date',
  'ocds.tag': 'Tag',
  'ocds.contract': 'Belongs to',
  'ocds.contract.none': 'no contract of ours',
  'ocds.differs': 'Says otherwise than the register',
  'ocds.differs.none': 'nothing',
  'ocds.state': 'State',
  'ocds.state.NEW': 'new',
  'ocds.state.KNOWN': 'already here',
  'ocds.state.OTHER': 'other words under a known id',
  'ocds.kept': 'All {count} fields are kept as received; none is taken over.',
  'ocds.problems': 'What is wrong with the package',
  'ocds.problems.more': 'Only the first {count} are shown.',
  'problem.ocds.not-json': 'This is not JSON.',
  'problem.ocds.inexact':
    'It holds a number, a name or a character that cannot be kept exactly: write long numbers as text, and each name once.',
  'problem.ocds.too-deep': 'It is nested too deeply.',
  'problem.ocds.not-a-package': 'It is neither a package nor a release.',
  'problem.ocds.empty': 'It holds no release.',
  'problem.ocds.too-many': 'It holds more than 5,000 releases. Divide it.',
  'problem.ocds.not-an-object': 'This is not an object.',
  'problem.ocds.linked': 'The release is only linked to. Put the release itself here.',
  'problem.ocds.ocid-missing': 'The ocid is missing.',
  'problem.ocds.ocid-differs': 'The ocid is not that of its record.',
  'problem.ocds.id-missing': 'The id is missing; it must be text.',
  'problem.ocds.date-missing': 'The date is missing, or has no time zone.',
  'problem.ocds.tag-missing': 'The tags are missing.',
  'problem.ocds.twice': 'This release stands in the package twice.',
} as const;

export const exchange = { ...columns, ...rules, ...outcomes, ...screens } as const;
