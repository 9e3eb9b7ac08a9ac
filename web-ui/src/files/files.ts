import { Store } from "../store";

export interface Transfer {
  id: string;
  mine: boolean;
  name: string;
  /** Bytes. */
  size: number;
  /** Bytes that have crossed so far. */
  moved: number;
  phase: "offered" | "moving" | "checking" | "done" | "declined" | "cancelled" | "failed";
  /** What went wrong, in plain words. */
  problem: string | null;
  /** The received file, once it is whole and checked. */
  blob: Blob | null;
}

export interface FilesState {
  transfers: Transfer[];
}

/** Files handed from one peer to another. */
export class Files extends Store<FilesState> {
  constructor() {
    super({ transfers: [] });
  }

  offer(_file: File): void {}

  accept(_id: string): void {}

  decline(_id: string): void {}

  cancel(_id: string): void {}
}
