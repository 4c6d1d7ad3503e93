import { main } from '#server/main.ts';

export const broken = main;
