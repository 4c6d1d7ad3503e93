import { eq } from 'drizzle-orm';

export const broken = eq;
