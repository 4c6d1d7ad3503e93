import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { postReview, type PostedThread, type PostRefusal } from './post-review.ts';

type Act = {
  /** Where the form posts without scripts, and below `/api/v1` with them. */
  path: string;
  bodyOf: (fields: FormData) => unknown;
  onDone: (thread: PostedThread) => void;
};

/** A form that works by a plain post, and with scripts keeps what was typed until it has arrived. */
export function useReviewForm({ path, bodyOf, onDone }: Act) {
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<PostRefusal | null>(null);

  async function send(form: HTMLFormElement) {
    setSending(true);
    const outcome = await postReview(path, bodyOf(new FormData(form)));
    setSending(false);
    setRefusal(outcome.ok ? null : outcome.refusal);
    if (!outcome.ok) return;
    form.reset();
    onDone(outcome.value);
  }

  return {
    isSending,
    refusal,
    form: {
      method: 'post' as const,
      action: path,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!isSending) void send(event.currentTarget);
      },
      onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => {
        const isSendKey = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!isSendKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      },
    },
  };
}
