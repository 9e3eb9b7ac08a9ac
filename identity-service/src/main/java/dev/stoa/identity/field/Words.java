package dev.stoa.identity.field;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as its plain words: lower case, without diacritics and punctuation ("C++" and "C#" keep their signs).
 *
 * @param list the words in order
 */
record Words(List<String> list) {

    private static final Pattern DIACRITICS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}+#]+");
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "a", "an", "and", "for", "help", "how", "i", "in", "my", "need", "of", "on", "or", "the", "to", "with");

    static Words of(String text) {
        var plain = DIACRITICS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return new Words(Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** The same without words such as "and" or "of", unless nothing else is there. */
    Words withMeaning() {
        var rest = list.stream().filter(word -> !WITHOUT_MEANING.contains(word)).toList();
        return rest.isEmpty() ? this : new Words(rest);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    String phrase() {
        return String.join(" ", list);
    }

    boolean anyStartsWith(String prefix) {
        return list.stream().anyMatch(word -> word.startsWith(prefix));
    }

    /** Whether each of the given words begins a word of this text. */
    boolean allStartedBy(Words prefixes) {
        return prefixes.list.stream().allMatch(this::anyStartsWith);
    }
}
