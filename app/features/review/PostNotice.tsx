import { useTranslate } from '../../i18n/translate.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { PostRefusal } from './post-review.ts';

/** Why something was not sent. */
export function PostNotice({ refusal }: { refusal: PostRefusal | null }) {
  const t = useTranslate();
  if (refusal === null) return null;
  const { code } = refusal;
  return (
    <Notice tone="danger">
      {code === 'unreachable' ? t('review.new.unreachable') : t(`refusals.${code}`)}
    </Notice>
  );
}
