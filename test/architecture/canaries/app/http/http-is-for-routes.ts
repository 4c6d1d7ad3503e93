import { openAssignment } from '#app/use-cases/register/open-assignment.server.ts';

export const broken = openAssignment;
