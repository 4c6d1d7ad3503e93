import { thread } from '#app/domain/review/thread.ts';

export const broken = thread;
