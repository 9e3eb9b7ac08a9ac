package dev.stoa.deploy.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One migration of a service's database.
 *
 * @param file its name, such as {@code V2__bans.sql}
 */
record Migration(String file, List<Statement> statements) {

    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern TABLE_MADE = Pattern.compile("create table (?:if not exists )?([^\\s(]+).*");
    private static final Pattern TABLE_FILLED =
            Pattern.compile("(?:insert into|update|delete from|truncate(?: table)?) ([^\\s(]+).*");
    private static final Pattern TABLE_INDEXED = Pattern.compile("create unique index .*?\\bon (?:only )?([^\\s(]+).*");

    static Migration of(Path file) {
        try {
            return new Migration(file.getFileName().toString(), Statement.allOf(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number in its name; empty when Flyway would not take it for a migration. */
    Optional<Integer> number() {
        var name = NAME.matcher(file);
        return name.matches() ? Optional.of(Integer.valueOf(name.group(1))) : Optional.empty();
    }

    /** Whether a statement only concerns a table that this migration makes, of which the version before knows nothing. */
    boolean isOfItsOwn(Statement statement) {
        return Stream.of(statement.altered(), match(TABLE_FILLED, statement), match(TABLE_INDEXED, statement))
                .flatMap(Optional::stream)
                .anyMatch(this::makes);
    }

    /** Whether it makes this table. */
    boolean makes(String table) {
        return statements.stream()
                .flatMap(each -> match(TABLE_MADE, each).stream())
                .anyMatch(table::equals);
    }

    private static Optional<String> match(Pattern pattern, Statement statement) {
        var match = pattern.matcher(statement.text());
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
