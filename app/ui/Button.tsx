import type { ButtonHTMLAttributes } from 'react';
import { buttonLook, type ButtonLook } from './button-look.ts';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { look?: ButtonLook };

export function Button({ look = 'plain', type = 'button', ...rest }: Props) {
  return <button type={type} className={buttonLook(look)} {...rest} />;
}
