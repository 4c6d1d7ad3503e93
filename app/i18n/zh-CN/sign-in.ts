import type { signIn as english } from '../en/sign-in.ts';
import type { SameKeys } from '../message.ts';

export const signIn = {
  title: '登录',
  email: '工作邮箱',
  password: '密码',
  submit: '登录',
  'first-title': '创建首位管理员',
  'first-text': '系统中尚无账户。此处创建的账户负责管理其他账户；本页面只能使用一次。',
  name: '姓名',
  'password-hint': '至少12个字符。一句话比一串符号更容易记住。',
  'first-submit': '创建账户',
  help: '没有账户或忘记密码？请联系项目管理办公室。',
  'project-code': '世界银行赠款项目 {code}',
} as const satisfies SameKeys<typeof english>;
