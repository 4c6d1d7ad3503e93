import { Button } from '#app/ui/Button.tsx';

export const broken = Button;
