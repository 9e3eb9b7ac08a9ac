package dev.stoa.identity.field;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** All fields of ISCED-F 2013, held in memory in the order of their codes. */
@ApplicationScoped
public class FieldCatalogue {

    private final SequencedMap<String, Field> fields = new LinkedHashMap<>();

    FieldCatalogue() {
        Map<String, String> everydayWords = new LinkedHashMap<>();
        rows("/field/everyday-words.tsv").forEach(row -> everydayWords.put(row[0], row[1]));
        for (String[] row : rows("/field/isced-f-2013.tsv")) {
            var words = everydayWords.getOrDefault(row[0], "");
            fields.put(row[0], new Field(row[0], row[1], words.isEmpty() ? List.of() : List.of(words.split(", "))));
        }
    }

    private static List<String[]> rows(String resource) {
        try (var stream = Objects.requireNonNull(FieldCatalogue.class.getResourceAsStream(resource), resource);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the classification has a field of this code. */
    public boolean has(String code) {
        return fields.containsKey(code);
    }

    /** The field's code with its name; none for an unknown code. */
    public Optional<NamedField> named(String code) {
        return field(code).map(FieldCatalogue::named);
    }

    Optional<Field> field(String code) {
        return Optional.ofNullable(fields.get(code));
    }

    Collection<Field> all() {
        return fields.values();
    }

    /** The fields above this one, broadest first. */
    List<NamedField> pathTo(Field field) {
        List<NamedField> path = new ArrayList<>();
        for (Level level : Level.values()) {
            if (level.compareTo(field.level()) < 0) {
                named(field.code().substring(0, level.digits())).ifPresent(path::add);
            }
        }
        return List.copyOf(path);
    }

    /** The fields directly below this one. */
    List<NamedField> childrenOf(Field field) {
        return fields.values().stream()
                .filter(other -> other.code().length() == field.code().length() + 1
                        && other.code().startsWith(field.code()))
                .map(FieldCatalogue::named)
                .toList();
    }

    private static NamedField named(Field field) {
        return new NamedField(field.code(), field.name());
    }
}
