import type { RefusalCode } from '../../domain/shared/refusal-code.ts';

export const refusals = {
  'sign-in.wrong': 'E-mail address and password do not match an account.',
  'sign-in.too-many': 'Too many attempts. Wait a few minutes and try again.',
  'sign-in.expired': 'Your session has ended. Sign in again to go on.',
  'not-found': 'There is nothing at this address, or it is not open to you.',
  'not-allowed': 'Your role on this contract does not include this.',
  'form.invalid': 'Something in the form is missing or not as expected. Nothing was changed.',
  'form.origin': 'The form was sent from another site and was refused. Nothing was changed.',
  'form.too-large': 'What was sent is too large. Nothing was changed.',
  'email.missing': 'Enter your e-mail address.',
  'email.invalid': 'This is not an e-mail address.',
  'password.missing': 'Enter your password.',
  'password.too-short': 'The password is too short; it needs at least 12 characters.',
  'name.missing': 'Enter your name.',
  'date.invalid': 'Please give a day that there is, as year, month and day.',
  'reason.missing': 'Please say why.',
  'reason.too-long': 'Please give the reason in at most 500 characters.',
  'title.missing': 'Enter a title.',
  'title.too-long': 'The title is too long; 300 characters are the limit.',
  'component.unknown': 'Choose one of the components in the list.',
  'template.unknown': 'This template does not exist. Choose one from the list.',
  'kind.unknown': 'This kind of document does not exist.',
  'comment.empty': 'Write something before you send the comment.',
  'comment.too-long': 'The comment is too long; 20,000 characters are the limit.',
  'quote.missing': 'Select the words that the comment is about.',
  'quote.not-found': 'The selected words are no longer in the text. Select them again.',
  'quote.too-long': 'The selection is too long; comment on a shorter passage.',
  'suggestion.moved': 'The text has changed since the suggestion was made. Read it again first.',
  'suggestion.none': 'This comment holds no suggested wording.',
  'suggestion.done': 'This suggestion has already been accepted.',
  'document.locked': 'The text is locked. It can be read and commented on, but not changed.',
  'block.gone': 'This paragraph is no longer in the text. What you wrote is still here; copy it.',
  'block.changed':
    'Somebody has changed this paragraph meanwhile. What you wrote is still here, and the present text stands beside it.',
  'block.objects':
    'Marks like ⟦1⟧ stand for footnotes and register values. Leave each of them once and in its order.',
  'block.too-long': 'The paragraph is too long; 50,000 characters are the limit.',
  'attachment.too-large': 'The file is too large.',
  'attachment.type': 'This type of file cannot be added.',
  'link.unknown-target': 'Please choose an element of the data models from the list.',
  'link.exists': 'This record has that link already.',
  'body.malformed': 'What was sent could not be read. Nothing was changed.',
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
  'server.fault': 'Something went wrong on our side. What you had saved is safe; try again.',
} as const satisfies Record<RefusalCode, string>;
