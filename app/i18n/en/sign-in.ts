export const signIn = {
  title: 'Sign in',
  email: 'Work e-mail',
  password: 'Password',
  submit: 'Sign in',
  help: 'No account, or a lost password? Ask the Project Management Office.',
  'project-code': 'World Bank grant project {code}',
} as const;
