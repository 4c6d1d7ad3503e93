/**
 * Channel on which the database says whose rights have changed. Payloads are `session:<id>`,
 * `person:<id>`, `assignment:<id>` and `document:<id>`; see migration `access_changes`.
 */
export const ACCESS_CHANNEL = 'access_changed';
