export const signIn = {
  title: 'Sign in',
  email: 'Work e-mail',
  password: 'Password',
  submit: 'Sign in',
  'first-title': 'Create the first administrator',
  'first-text':
    'This installation is empty. The account made here manages all others; this page works once.',
  name: 'Name',
  'password-hint': 'At least 12 characters. A sentence is easier to remember than signs.',
  'first-submit': 'Create the account',
  help: 'No account, or a lost password? Ask the Project Management Office.',
  'project-code': 'World Bank grant project {code}',
} as const;
