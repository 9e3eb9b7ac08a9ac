/** A generated type without its question marks: the documents leave open what every answer has. */
export type Complete<T> = T extends object ? { [K in keyof T]-?: Complete<T[K]> } : T;
