import type { Awareness } from 'y-protocols/awareness';
import { useEffect, useState } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import type { PresentPerson } from './binding.ts';
import { initials, presentPeople } from './presence.ts';

/** Who is at the document now, as initials in the colour of their caret. */
export function PresenceList({ awareness }: { awareness: Awareness }) {
  const t = useTranslate();
  const [people, setPeople] = useState<PresentPerson[]>([]);
  useEffect(() => {
    const refresh = () => setPeople((before) => keepIfSame(before, presentPeople(awareness)));
    refresh();
    awareness.on('change', refresh);
    return () => awareness.off('change', refresh);
  }, [awareness]);

  return (
    <ul className="editor-people" aria-label={t('editor.people.label', { count: people.length })}>
      {people.map((person) => (
        <li key={person.name} title={person.name} style={{ borderColor: person.color }}>
          <span aria-hidden="true">{initials(person.name)}</span>
          <span className="editor-hidden">{person.name}</span>
        </li>
      ))}
    </ul>
  );
}

function keepIfSame(before: PresentPerson[], now: PresentPerson[]): PresentPerson[] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
