export const models = {
  title: 'Data models',
} as const;
