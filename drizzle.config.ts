import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    'people',
    'register',
    'documents',
    'review',
    'audit',
    'calendar',
    'procurement',
    'deliverables',
    'contract',
    'models',
    'exchange',
  ].map((context) => `./db/schema/${context}.ts`),
  out: './db/migrations',
});
