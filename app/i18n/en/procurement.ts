export const procurement = {
  title: 'Procurement',
} as const;
