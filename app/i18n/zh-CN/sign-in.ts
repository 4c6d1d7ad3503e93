import type { signIn as english } from '../en/sign-in.ts';
import type { SameKeys } from '../message.ts';

export const signIn = {
  title: '登录',
  email: '工作邮箱',
  password: '密码',
  submit: '登录',
  help: '没有账户或忘记密码？请联系项目管理办公室。',
  'project-code': '世界银行赠款项目 {code}',
} as const satisfies SameKeys<typeof english>;
