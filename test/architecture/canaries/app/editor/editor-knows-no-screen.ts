import { Screen } from '#app/features/Screen.tsx';

export const broken = Screen;
