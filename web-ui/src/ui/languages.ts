const CODES = (
  "aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo " +
  "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka " +
  "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng " +
  "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su " +
  "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
).split(" ");

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** The English name of an ISO 639-1 code, such as "German" for `de`. */
function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Such as "English and German". */
export function languageList(codes: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(codes.map(languageName));
}

/** The reasons for a match as people say them: "Mathematics", "German" for `field 0541 Mathematics`, `language de`. */
export function reasons(because: readonly string[]): string[] {
  return because.map(withoutCodes);
}

function withoutCodes(reason: string): string {
  const language = /^language ([a-z]{2})$/.exec(reason)?.[1];
  if (language !== undefined) return languageName(language);
  return reason
    .replace(/^field \d+ /, "")
    .replace(/ \(within \d+\)$/, "")
    .replace(/\b\d{2,4} (?=\p{Lu})/gu, "");
}

/** All languages to choose from, by name. */
export const LANGUAGES = CODES.map((value) => ({ value, label: languageName(value) }))
  .filter(({ value, label }) => label !== value)
  .sort((a, b) => a.label.localeCompare(b.label, "en"));
