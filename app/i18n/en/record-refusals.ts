import type { RecordRefusalCode } from '../../domain/shared/refusal-code.ts';

/** Sentences for refusals that only the pages of the register and its records can meet. */
export const recordRefusals = {
  'stage.impossible':
    'The method of selection has no such step from the present stage. Load the page again and choose one of the steps it offers.',
  'stage.by-signing':
    'An assignment counts as signed once its contract is signed. Enter the contract on the page “Contract”.',
  'stage.date-future':
    'The day lies in the future. Enter the day on which it happened; for days to come there is the plan.',
  'stage.date-before':
    'The day lies before that of the previous stage. Enter the same day or a later one.',
  'stage.plan-order':
    'A stage is planned before the one it follows. Put the days in the order of the stages.',
  'stage.tor-missing':
    'There are no terms of reference yet. Start them on the page of the assignment.',
  'stage.tor-sections':
    'The terms of reference lack the objective, the technical route or the schedule. Write these sections first.',
  'stage.candidates-few':
    'Too few candidates are listed for comparison. Add and list more, up to the fewest that the rules ask for.',
  'stage.candidates-many':
    'More candidates are listed than a shortlist may hold. Turn some away with a reason.',
  'stage.none-invited': 'Nobody has been invited. Invite a candidate first.',
  'stage.no-proposal': 'No proposal is recorded. Mark the candidates whose proposals came in.',
  'stage.not-scored':
    'A listed candidate has not been judged on every mandatory criterion. Enter the missing scores.',
  'stage.prices-missing': 'The price of a proposal is missing. Enter every price that was opened.',
  'stage.none-selected': 'Nobody has been selected. Select one candidate first.',
  'stage.no-contract': 'There is no contract yet. Enter it on the page “Contract”.',
  'stage.not-accepted':
    'Not every deliverable has been accepted. Accept those that are left first.',
  'stage.not-paid': 'Not every payment has been released. Release those that are left first.',
  'stage.no-objection-tor':
    'The Bank’s no-objection to the latest version of the terms of reference is missing. Ask for it below.',
  'stage.no-objection-shortlist':
    'The Bank’s no-objection to the latest version of the shortlist is missing. Ask for it below.',
  'stage.no-objection-rfp':
    'The Bank’s no-objection to the latest version of the request for proposals is missing. Ask for it below.',
  'stage.no-objection-technical':
    'The Bank’s no-objection to the latest version of the technical evaluation is missing. Ask for it below.',
  'stage.no-objection-combined':
    'The Bank’s no-objection to the latest version of the combined evaluation is missing. Ask for it below.',
  'stage.no-objection-contract':
    'The Bank’s no-objection to the latest version of the draft contract is missing. Ask for it on the page “Procurement”.',
  'candidate.closed':
    'Candidates are looked for from cleared terms of reference until the contract is signed, not now.',
  'candidate.move':
    'This step is not open for the candidate now. Load the page again and choose one of the steps it offers.',
  'candidate.kind': 'An individual assignment is for a person, a sub-contract for a firm.',
  'candidate.one-selected':
    'Another candidate is selected. Turn that one away with a reason first.',
  'criterion.empty': 'Write the criterion in both languages.',
  'criterion.key-expert':
    'Key experts are not judged when the shortlist is made. Choose the evaluation of proposals.',
  'criterion.points':
    'A preferred criterion needs its most points, a whole number from 1 to 100; a mandatory one has none.',
  'criterion.judged': 'Scores have been entered already, so the criteria stand as they are.',
  'conflict.undeclared': 'Declare first whether you have ties to this candidate.',
  'conflict.declared': 'You declared ties to this candidate, so you do not judge it.',
  'conflict.statement': 'Say in a sentence what the ties are.',
  'score.range':
    'Points lie between 0 and the most points of the criterion, with at most two decimals.',
  'score.closed': 'Candidates are judged until negotiation begins, and only those on the list.',
  'price.early': 'A price is entered once its proposal has been judged technically.',
  'no-objection.asked':
    'The Bank has already been asked about this version. Change the text before you ask again.',
  'no-objection.document':
    'Choose a document of the kind that the request is about; start it first if there is none.',
  'no-objection.void':
    'The document has a later version than the one asked about. A new request is needed.',
  'no-objection.decided': 'This request has already been decided.',
  'no-objection.comments': 'Write the comments; without them nobody knows what to change.',
  'rule.value': 'Enter a whole number from 1; percentages and points go up to 100.',
  'rule.source': 'Name the source in both languages.',
  'rule.earlier': 'A value begins on or after that day already. Enter a later first day.',
  'deliverable.not-owed':
    'Nothing is to be submitted here now: it was handed in or accepted already.',
  'deliverable.not-running':
    'Deliverables are handed in while the contract runs. Its stage is shown above.',
  'deliverable.not-under-review': 'Nothing is under review here. Wait until it is submitted again.',
  'deliverable.other-side': 'The other side has to act now. What it decides will appear here.',
  'deliverable.same-person':
    'You have accepted this submission already. The second acceptance must come from somebody else.',
  'deliverable.wrong-document': 'Choose a text of the right kind from the list.',
  'deliverable.other-document':
    'Answer the return with a later version of the text that was returned.',
  'deliverable.unchanged':
    'The text has not changed since it was returned. Change it first, then submit it again.',
  'deliverable.version-used':
    'This version was handed in elsewhere already. Change the text or choose another one.',
  'deliverable.open-issues':
    'Issues that the holder can see are still open on this text. Close them or return the deliverable.',
  'due-date.fixed': 'This due date is fixed. It moves only by a request for more time.',
  'time-request.no-date': 'No due date is set yet, so there is nothing to extend.',
  'time-request.pending': 'A request for more time is waiting for its decision already.',
  'time-request.not-later': 'Choose a day after the present due date.',
  'time-request.beyond': 'Grant no more than was asked for. A later day needs a new request.',
  'time-request.decided': 'This request has been decided already.',
  'milestone.future': 'A result is recorded on the day it came about or later, not before.',
  'link.unknown-target': 'Please choose an element of the data models from the list.',
  'link.exists': 'This record has that link already.',
  'contract.exists': 'This assignment already has a signed contract. Change it by an amendment.',
  'contract.not-negotiating':
    'A contract is signed from the stage of negotiation. Move the assignment there first.',
  'contract.consultant-unknown': 'Choose the consultant from the list.',
  'contract.signed-in-future':
    'The day of signature lies in the future. Enter the contract once it is signed.',
  'contract.signed-too-early': 'The day of signature lies before the last step of the procurement.',
  'contract.starts-too-early': 'The work cannot start before the contract is signed.',
  'contract.ends-too-early': 'The contract must end after it starts.',
  'schedule.empty': 'Enter at least one payment.',
  'schedule.not-adding-up':
    'The payments do not add up to the amount of the contract. Adapt those that are not invoiced or paid.',
  'schedule.percent': 'Percentages must stand in every line used and come to exactly 100 %.',
  'schedule.deliverable': 'Tie each payment to a deliverable of this contract.',
  'deliverable.date-missing':
    'Give each deliverable a due date between start and end of the contract.',
  'amendment.end-missing': 'An extension or renewal needs the new day on which the contract ends.',
  'amendment.end-not-later': 'The new end must lie after the present end of the contract.',
  'amendment.change-missing': 'A change of price needs an amount other than zero.',
  'amendment.amount': 'The contract would come to nothing or less. Take less away.',
  'amendment.evaluation-missing':
    'More time needs an evaluation by the PMO. Freeze a version of the evaluation and choose it here.',
  'amendment.evaluation-own':
    'Nobody evaluates the own contract. Choose an evaluation frozen by the PMO.',
  'amendment.agreed': 'Your side has already agreed to this amendment.',
  'payment.not-payable':
    'The deliverable is not accepted by all who must. The payment becomes payable when it is.',
  'payment.done': 'This is already recorded for the payment.',
  'payment.too-early': 'The day lies before the deliverable was accepted or the invoice came.',
  'payment.in-future': 'The day lies in the future. Record it once it has happened.',
  'commitment.text-missing': 'Write the commitment in both languages.',
  'commitment.target-malformed': 'Write target and result as plain numbers, like 5 or 12.5.',
  'commitment.unit-missing': 'A target needs a unit.',
  'commitment.evidence-missing':
    'Met and partly met need evidence: name the document, page or figure.',
  'version.unknown': 'Choose a frozen version of a document of this contract.',
  'import.file-missing': 'Choose a file first.',
  'import.no-header':
    'The first row must hold the headers, with “Code” among them. Use the template.',
  'import.header-unknown':
    'A header is not a column of the register. Correct or remove it, or use the template.',
  'import.header-twice': 'Two columns have the same header. Remove one of them.',
  'import.header-merged': 'The row of headers holds merged cells or formulas. Use the template.',
  'import.no-rows':
    'There is no row below the headers. Fill in the template and choose the file again.',
  'import.too-many-rows':
    'The sheet has more than 5,000 rows. Divide it and import the parts one after another.',
  'import.moved':
    'The register has changed since the trial. Read the rows again and confirm once more.',
  'import.applied': 'This import has been applied already. Read a workbook again to change more.',
  'import.nothing': 'No row of this import would change anything.',
  'ocds.refused': 'The package was not taken in. Correct what is listed and choose it again.',
  'xlsx.empty': 'The file is empty. Choose the workbook again.',
  'xlsx.not-a-workbook':
    'This is not an Excel workbook. Save the table as .xlsx and choose that file.',
  'xlsx.old-format':
    'This is a workbook of the old .xls kind. Open it, save it as .xlsx and choose that file.',
  'xlsx.encrypted':
    'The workbook is locked with a password. Save a copy without the password and choose that.',
  'xlsx.damaged':
    'The workbook is damaged or incomplete. Open it in Excel, save it again and choose the new file.',
  'xlsx.unsafe':
    'The workbook holds declarations that no spreadsheet program writes. Copy the table into a new workbook and choose that.',
  'xlsx.too-large':
    'The workbook is too large. The limit is 10 MB; leave out pictures and other sheets.',
  'xlsx.too-many-rows':
    'The workbook has more than 20,000 rows. Divide it and send the parts one after another.',
  'xlsx.too-many-columns':
    'A sheet has something in more than 200 columns. Leave only the columns of the template.',
  'xlsx.bomb':
    'The workbook unpacks to far more than a table needs and was not opened. Copy the table into a new workbook and choose that.',
  'xlsx.too-heavy':
    'Reading the workbook took too long and was stopped. Copy the rows you need into a new workbook and choose that.',
  'manager.unknown': 'Contract managers are officers of the PMO. Choose one from the list.',
  'view.name-taken': 'You keep a view of this name already. Choose another name.',
  'view.name-too-long': 'The name of a view has at most 80 characters. Shorten it.',
  'view.too-many': 'You keep 50 views, which is the most. Delete one that you no longer need.',
  'selection.empty': 'No row is selected. Tick the rows to change.',
  'selection.no-change': 'Nothing to change was chosen. Choose a component, a manager or a review.',
  'selection.refused': 'Nothing was changed, because some rows cannot be. Leave those rows out.',
  'assignment.code':
    'This code does not suit the kind: sub-contracts are PMI-1 to PMI-26, individual assignments PMI- and a number, with -ICS if wished.',
  'assignment.duplicate': 'An assignment with this code exists already. Choose another code.',
  'assignment.method-fixed':
    'The method is fixed once the assignment is advertised. Take the stage back with a reason first.',
  'assignment.method-kind':
    'Individual consultant selection goes with individual assignments only, every other method but direct selection with sub-contracts.',
  'amount.missing': 'Enter an amount.',
  'amount.malformed': 'This is not an amount. Write it like 412,000.00 or 41.2万.',
  'amount.decimals': 'The currency has fewer decimals than were typed. Round the amount first.',
  'amount.too-large': 'The amount is too large. Check the number of zeros.',
  'amount.not-positive': 'The amount must be greater than zero.',
  'currency.unknown': 'Choose one of the currencies in the list.',
} as const satisfies Record<RecordRefusalCode, string>;
