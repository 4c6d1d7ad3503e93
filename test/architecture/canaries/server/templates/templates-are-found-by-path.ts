import tor from '../../docs-templates/tor.json';

export const broken = tor;
