package dev.stoa.identity.field;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds fields by what people type. A field is found when every word that was typed begins a word of its name or of its
 * everyday words. The closer the match the higher the place; on a tie the finer field comes first, then the lower code.
 */
final class FieldSearch {

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparing(Hit::closeness)
            .thenComparing(hit -> hit.field().level(), Comparator.reverseOrder())
            .thenComparing(hit -> hit.field().code());

    private final List<Entry> entries;

    FieldSearch(Collection<Field> fields) {
        this.entries = fields.stream().map(Entry::of).toList();
    }

    /** The best matches for the typed text among the fields that are wanted, at most {@code limit}. */
    List<Field> find(String typed, Predicate<Field> wanted, int limit) {
        var query = Words.of(typed);
        if (query.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> wanted.test(entry.field))
                .flatMap(entry -> entry.match(query).stream())
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(Hit::field)
                .toList();
    }

    /** How well a field fits, best first. */
    private enum Closeness {
        EXACT_NAME,
        EXACT_EVERYDAY_WORD,
        NAME_STARTS_SO,
        IN_NAME,
        IN_ONE_EVERYDAY_PHRASE,
        IN_NAME_AND_EVERYDAY_WORDS
    }

    private record Hit(Field field, Closeness closeness) {}

    private record Entry(Field field, Words name, List<Words> phrases, Words everything) {

        static Entry of(Field field) {
            var name = Words.of(field.name());
            var phrases = field.everydayWords().stream().map(Words::of).toList();
            var everything = Stream.concat(Stream.of(name), phrases.stream())
                    .flatMap(words -> words.list().stream())
                    .toList();
            return new Entry(field, name, phrases, new Words(everything));
        }

        Optional<Hit> match(Words query) {
            return closeness(query).map(closeness -> new Hit(field, closeness));
        }

        private Optional<Closeness> closeness(Words query) {
            var phrase = query.phrase();
            var words = query.withMeaning();
            if (name.phrase().equals(phrase) || field.code().equals(phrase)) {
                return Optional.of(Closeness.EXACT_NAME);
            } else if (phrases.stream().anyMatch(everyday -> everyday.phrase().equals(words.phrase()))) {
                return Optional.of(Closeness.EXACT_EVERYDAY_WORD);
            } else if (name.phrase().startsWith(phrase) || field.code().startsWith(phrase)) {
                return Optional.of(Closeness.NAME_STARTS_SO);
            } else if (name.allStartedBy(words)) {
                return Optional.of(Closeness.IN_NAME);
            } else if (phrases.stream().anyMatch(everyday -> everyday.allStartedBy(words))) {
                return Optional.of(Closeness.IN_ONE_EVERYDAY_PHRASE);
            }
            return everything.allStartedBy(words)
                    ? Optional.of(Closeness.IN_NAME_AND_EVERYDAY_WORDS)
                    : Optional.empty();
        }
    }
}
