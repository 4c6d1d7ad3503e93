/** Moves to the card of a comment, for eyes and for keys. */
export function goToCard(number: number): void {
  const card = document.getElementById(`thread-${number}`);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}

/** Brings the words that a comment is about into view. */
export function showPassage(article: HTMLElement | null, number: number): void {
  passagesOf(article, number)[0]?.scrollIntoView({ block: 'center' });
}

/** Draws the words of one comment stronger than those of the others. */
export function markActive(article: HTMLElement | null, number: number | null): void {
  article?.querySelectorAll('mark[data-active]').forEach((mark) => {
    mark.removeAttribute('data-active');
  });
  if (number === null) return;
  for (const mark of passagesOf(article, number)) mark.setAttribute('data-active', '');
}

/** The comment whose words or number were clicked. */
export function commentAt(target: EventTarget | null): number | null {
  const mark = target instanceof Element ? target.closest('[data-comment]') : null;
  return mark === null ? null : Number(mark.getAttribute('data-comment'));
}

function passagesOf(article: HTMLElement | null, number: number): Element[] {
  return [...(article?.querySelectorAll(`mark[data-comment="${number}"]`) ?? [])];
}
