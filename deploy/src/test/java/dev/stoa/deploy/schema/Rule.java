package dev.stoa.deploy.schema;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that a migration must not do while the version before it still serves: rolling updates, and going back to that
 * version, need its statements to work on the schema of the next one.
 *
 * @param name how it is called, also by the file of the bad example that it must find
 * @param check what of a migration breaks it
 */
record Rule(String name, Function<Migration, Stream<String>> check) {

    private static final String COLUMN =
            "add (column )?(if not exists )?(?!constraint|check|unique|primary|foreign|exclude)";
    private static final Pattern CONSTRAINED = Pattern.compile(".*\\b(unique|primary key|references|check)\\b.*");
    private static final Pattern ADDITIVE = Pattern.compile(
            "create (table|index|unique index|sequence|type|domain)\\b.*|comment on .*|" + COLUMN + ".*");

    private static final Pattern REFERENCE = Pattern.compile(
            "\\breferences ([^\\s(),]+) ?(?:\\([^)]*\\))?((?: on (?:delete|update) (?:cascade|set null|set default|restrict|no action))*)");

    /** Those that a marker lifts: nothing uses any more what the statement is about. */
    private static final List<Rule> LIFTED_BY_MARKER = List.of(
            actions("removes", action -> action.matches("drop .*|alter (column )?\\S+ drop .*")),
            actions("renames", action -> action.matches("rename .*|set schema .*|alter \\S+ .* rename .*")),
            actions("narrows", Rule::narrows),
            actions("demands-a-value", Rule::demandsValue),
            actions("changes-rows", action -> action.matches("(insert|update|delete|truncate|merge|copy|with) .*")));

    static final List<Rule> ALL = Stream.concat(
                    LIFTED_BY_MARKER.stream(),
                    Stream.of(
                            new Rule("unknown", Rule::unknown),
                            new Rule("holds-on-to-rows", Rule::holdingOn),
                            new Rule(
                                    "marker-too-young",
                                    migration -> migration.statements().stream()
                                            .filter(each -> each.unusedSince()
                                                    .filter(since -> !Release.isBeforeThis(since))
                                                    .isPresent())
                                            .map(Statement::text))))
            .toList();

    Stream<String> findings(Migration migration) {
        return check.apply(migration).map(finding -> name + ": " + migration.file() + ": " + finding);
    }

    private static Rule actions(String name, Predicate<String> breaks) {
        return new Rule(
                name,
                migration -> migration.statements().stream()
                        .filter(each -> each.unusedSince().isEmpty() && !migration.isOfItsOwn(each))
                        .flatMap(each -> each.actions().stream())
                        .filter(breaks));
    }

    private static boolean narrows(String action) {
        if (action.matches(COLUMN + ".*")) return CONSTRAINED.matcher(action).matches();
        return action.matches("add .*|create unique index .*|alter (column )?\\S+ ((set data )?type|set not null).*");
    }

    private static boolean demandsValue(String action) {
        return action.matches(COLUMN + ".*\\bnot null\\b.*") && !action.matches(".*\\b(default|generated)\\b.*");
    }

    /** What none of the others finds must be known to add only, or nobody knows what it does. */
    private static Stream<String> unknown(Migration migration) {
        return migration.statements().stream()
                .filter(each -> each.unusedSince().isEmpty() && !migration.isOfItsOwn(each))
                .flatMap(each -> each.actions().stream())
                .filter(action -> !ADDITIVE.matcher(action).matches());
    }

    /** New tables whose rows would keep the version before from deleting those that they refer to. */
    private static Stream<String> holdingOn(Migration migration) {
        return migration.statements().stream()
                .flatMap(each -> REFERENCE.matcher(each.text()).results())
                .filter(reference -> !migration.makes(reference.group(1)))
                .filter(reference -> !reference.group(2).matches(".* on delete (cascade|set null|set default).*"))
                .map(MatchResult::group);
    }
}
