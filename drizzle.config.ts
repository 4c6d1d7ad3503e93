import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['people', 'register', 'documents', 'review', 'audit'].map(
    (context) => `./db/schema/${context}.ts`,
  ),
  out: './db/migrations',
});
