import { describe, expect, it } from "vitest";
import { safeName } from "./file-name";

describe("a name that a peer gave", () => {
  it.each([
    ["notes.pdf", "notes.pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\a\\b.txt", "b.txt"],
    ["invoice\u202Egpj.exe", "invoicegpj.exe"],
    ["a\u0000b\n.txt", "ab.txt"],
    ["..", "file"],
    [".htaccess", "htaccess"],
    ["CON.txt", "_CON.txt"],
    ["a<b>|?.txt", "a_b___.txt"],
    ["", "file"],
  ])("%j becomes %j", (given, safe) => {
    expect(safeName(given)).toBe(safe);
  });

  it("is cut but keeps its ending", () => {
    const name = safeName(`${"x".repeat(500)}.tar.gz`);

    expect(name).toHaveLength(120);
    expect(name.endsWith(".gz")).toBe(true);
  });
});
