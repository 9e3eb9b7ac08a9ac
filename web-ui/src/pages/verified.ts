import type { FieldName } from "../api/identity";

/** Whether its holder can be available for a field of the profile. */
export function isVerified(field: FieldName & { verified?: boolean }): boolean {
  return field.verified !== false;
}
