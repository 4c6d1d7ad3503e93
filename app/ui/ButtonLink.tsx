import { Link, type LinkProps } from '../framework.ts';
import { buttonLook, type ButtonLook } from './button-look.ts';

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({
  look = 'plain',
  ...rest
}: Omit<LinkProps, 'className'> & { look?: ButtonLook }) {
  return <Link className={buttonLook(look)} {...rest} />;
}
