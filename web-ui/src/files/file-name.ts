const MAX_NAME = 120;

/** A name that a peer gave to a file, made safe to show and to save under. */
export function safeName(name: string): string {
  const base = name.slice(-4096).split(/[/\\]/).pop() ?? "";
  const clean = base
    .normalize("NFC")
    // Control, format and private characters can hide what a name ends in.
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  if (clean === "") return "file";
  // Windows gives these names to devices, whatever follows the dot.
  const named = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean) ? `_${clean}` : clean;
  return shorten(named);
}

function shorten(name: string): string {
  if (name.length <= MAX_NAME) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : "";
  // The cut must not leave half of a character.
  return name.slice(0, MAX_NAME - ending.length).replace(/[\ud800-\udbff]$/, "") + ending;
}
