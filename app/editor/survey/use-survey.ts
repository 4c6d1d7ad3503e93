import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $surveyDocument, type Survey } from './survey-document.ts';

/**
 * The survey of the present document. It follows the first change at once and a burst of typing at
 * most every SURVEY_EVERY_MS, so that a long document does not slow the keys down.
 */
export function useSurvey(editor: LexicalEditor): Survey {
  const [survey, setSurvey] = useState<Survey>(EMPTY);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | null = null;
    let last = 0;
    const look = () => {
      waiting = null;
      last = performance.now();
      setSurvey(editor.getEditorState().read($surveyDocument));
    };
    look();
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      waiting ??= setTimeout(look, Math.max(0, last + SURVEY_EVERY_MS - performance.now()));
    });
    return () => {
      stop();
      if (waiting !== null) clearTimeout(waiting);
    };
  }, [editor]);
  return survey;
}

const EMPTY: Survey = { blocks: [], footnotes: [] };
const SURVEY_EVERY_MS = 100;
