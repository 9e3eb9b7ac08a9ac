import type { FieldName } from "../api/identity";

const KEY = "stoa.fields";
const KEPT = 4;

type Shelf = Pick<Storage, "getItem" | "setItem">;

/** The fields somebody asked about last in this browser, newest first. */
export function recentFields(shelf: () => Shelf): FieldName[] {
  try {
    const stored: unknown = JSON.parse(shelf().getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isField).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberField(shelf: () => Shelf, { code, name }: FieldName): void {
  const others = recentFields(shelf).filter((field) => field.code !== code);
  try {
    shelf().setItem(KEY, JSON.stringify([{ code, name }, ...others].slice(0, KEPT)));
  } catch {
    // Storage may be forbidden; then nothing is recent.
  }
}

function isField(value: unknown): value is FieldName {
  const field = value as Partial<FieldName> | null;
  return typeof field?.code === "string" && typeof field.name === "string";
}
