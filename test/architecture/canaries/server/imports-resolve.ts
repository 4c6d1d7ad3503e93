import { nothing } from '#app/nowhere.ts';

export const broken = nothing;
