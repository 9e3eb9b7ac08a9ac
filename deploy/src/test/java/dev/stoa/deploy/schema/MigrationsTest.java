package dev.stoa.deploy.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every migration newer than the baseline lets the version before it serve on. */
class MigrationsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLES = Path.of("src/test/resources/migrations");
    private static final Baseline BASELINE = Baseline.read(EXAMPLES.resolve("baseline.sha256"));

    static List<String> rules() {
        return Rule.ALL.stream().map(Rule::name).toList();
    }

    static List<String> folders() {
        return Stream.of("identity-service", "matchmaking-service")
                .map(service -> service + "/src/main/resources/db/migration")
                .toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aNewMigrationOnlyAdds(String folder) {
        var findings = newer(folder).flatMap(MigrationsTest::findings).toList();

        assertEquals(List.of(), findings);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aNewMigrationHasANumberAboveAllThatHaveRun(String folder) {
        var below = newer(folder)
                .filter(each -> each.number().orElse(0) <= BASELINE.highest(folder))
                .map(Migration::file)
                .toList();

        assertEquals(List.of(), below);
    }

    @Test
    void whatHasRunStaysAsItIs() {
        assertEquals(List.of(), BASELINE.changed(PROJECT).toList());
    }

    @Test
    void theBaselineFindsWhatWasChangedOrTakenAway() {
        var folder = folders().getFirst();
        var bad = new Baseline(Map.of(folder + "/V1__accounts.sql", "0", folder + "/V1__gone.sql", "0"));

        assertEquals(2, bad.changed(PROJECT).count());
        assertEquals(20, BASELINE.highest(folders().getLast()));
    }

    /** What the system tests run the services on as the schema of a newer version. */
    @ParameterizedTest
    @ValueSource(strings = {"identity", "matchmaking"})
    void theSystemTestsNewerSchemaOnlyAdds(String service) {
        var folder = PROJECT.resolve("local-stack/src/test/resources/newer-schema/" + service);

        assertEquals(
                List.of(),
                files(folder)
                        .map(Migration::of)
                        .flatMap(MigrationsTest::findings)
                        .toList());
        assertEquals(1, files(folder).count());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleFindsEveryStatementOfItsBadExample(String name) {
        var rule = Rule.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow();
        var bad = Migration.of(EXAMPLES.resolve("bad/" + name + ".sql"));

        assertTrue(!bad.statements().isEmpty());
        bad.statements().forEach(statement -> {
            var alone = new Migration(bad.file(), List.of(statement));
            assertEquals(1, rule.findings(alone).count(), statement.text());
        });
    }

    @Test
    void aMarkerWithAnOlderReleaseLiftsARule() {
        var marked = Migration.of(EXAMPLES.resolve("marked.sql"));

        assertEquals(2, marked.statements().size());
        assertTrue(
                marked.statements().stream().allMatch(each -> each.unusedSince().equals(Optional.of("0.0.9"))));
        assertEquals(List.of(), findings(marked).toList());
    }

    @Test
    void whatIsInsideStringsAndBodiesIsNoStatement() {
        var all = Statement.allOf(
                "comment on table a is 'drop; -- it''s'; create type \"b;\" as (c text) /* drop d; */;");

        assertEquals(2, all.size());
        assertTrue(all.getLast().text().startsWith("create type \"b;\""));
    }

    private static Stream<String> findings(Migration migration) {
        return Rule.ALL.stream().flatMap(rule -> rule.findings(migration));
    }

    private static Stream<Migration> newer(String folder) {
        return files(PROJECT.resolve(folder))
                .filter(file -> !BASELINE.has(folder + "/" + file.getFileName()))
                .map(Migration::of);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
