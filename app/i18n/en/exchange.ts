export const exchange = {
  title: 'In and out',
} as const;
