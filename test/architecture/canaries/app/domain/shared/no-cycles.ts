import { there } from './no-cycles.partner.ts';

export const here = () => there;
