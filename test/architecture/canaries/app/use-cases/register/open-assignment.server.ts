export const openAssignment = () => undefined;
