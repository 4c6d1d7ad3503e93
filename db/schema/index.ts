export * from './audit.ts';
export * from './documents.ts';
export * from './people.ts';
export * from './register.ts';
export * from './review.ts';
