export const contract = {
  title: 'Contract',
} as const;
