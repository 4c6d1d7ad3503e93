import { Link } from '@remix-run/react';

export const broken = Link;
