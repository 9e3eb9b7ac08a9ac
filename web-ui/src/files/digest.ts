/**
 * The digest of a file that moves in pieces: SHA-256 over the SHA-256 of each piece, in order. The
 * browser computes each on a thread of its own, so nothing waits for it and no copy is kept.
 */
export class PieceDigest {
  readonly #pieces: Promise<ArrayBuffer>[] = [];

  /** The bytes are read at once; the promise tells when they are digested. */
  add(piece: BufferSource): Promise<unknown> {
    const digest = crypto.subtle.digest("SHA-256", piece);
    this.#pieces.push(digest);
    return digest;
  }

  async hex(): Promise<string> {
    const pieces = await Promise.all(this.#pieces);
    const joined = new Uint8Array(pieces.length * 32);
    pieces.forEach((piece, i) => joined.set(new Uint8Array(piece), i * 32));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", joined));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}
