/** Words of the pages about a text: its history, who wrote it, and its blocks. */
export const textPages = {
  'history.lead':
    'Every change is kept. Choose a spell of writing or a moment to read what the text said then.',
  'history.at': 'Date and time (Beijing)',
  'history.show': 'Show the text',
  'history.spells': 'Spells of writing, the newest first',
  'history.nothing': 'The document did not exist yet.',
  'history.past': 'Revision {revision}, as it was {at}. Values of the register are those of today.',
  'attribution.words': 'Words from the document',
  'attribution.ask': 'Show who wrote it',
  'attribution.template': 'Came with the template; the person started the document.',
  'attribution.suggested': 'Suggested by {by}',
  'blocks.title': 'Paragraph by paragraph',
  'blocks.lead':
    'For networks and browsers in which the editor does not run. Each paragraph is saved by itself.',
  'blocks.edit': 'Edit',
  'blocks.edit.of': 'Edit: {words}',
  'blocks.empty': '(empty)',
  'blocks.saved': 'Saved.',
  'blocks.one': 'Edit one paragraph',
  'blocks.text': 'Text of the paragraph',
  'blocks.text.marks':
    'Marks like ⟦1⟧ stand for footnotes and register values; leave them in their order.',
  'blocks.present': 'Present text',
  'blocks.save': 'Save',
  'blocks.replace': 'Replace the present text with mine',
  'blocks.back': 'Back without saving',
} as const;
