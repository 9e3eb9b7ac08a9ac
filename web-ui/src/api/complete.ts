/** A generated type without its question marks: the documents leave open what every answer has. */
export type Complete<T> = T extends object ? { [K in keyof T]-?: Complete<T[K]> } : T;

/** `T`, but some of it can be left out after all. */
export type Except<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
