import tor from './tor.json';

export const broken = tor;
