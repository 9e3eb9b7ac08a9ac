package dev.stoa.localstack.backup;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped backup.sh and restore.sh: what was there is there again, and a bad backup destroys nothing. */
class BackupIT {
    private static final String BACKUP = "backups/one";

    @Test
    void whatWasThereIsThereAgain(@TempDir Path folder) throws Exception {
        try (var host = new Host(folder)) {
            host.up();
            prepare(host);
            int matches;
            int accounts;
            try (var traffic = new Traffic(host)) {
                await("traffic").atMost(90, SECONDS).until(() -> traffic.matches() > 200 && traffic.accounts() > 200);
                matches = traffic.matches();
                accounts = traffic.accounts();
                assertThat(host.done("deploy/backup.sh", BACKUP)).endsWith(BACKUP);
                int behind = traffic.matches();
                await("more traffic").atMost(90, SECONDS).until(() -> traffic.matches() > behind + 50);
            }
            host.destroy();

            host.done("deploy/restore.sh", BACKUP);

            assertThat(Stores.matchesOf(host)).containsAll(numbers(matches));
            assertThat(Stores.matchesOf(host)).containsAll(numbers(Stores.begun(host)));
            assertThat(Stores.accountsOf(host)).containsAll(numbers(accounts));
            assertThat(Stores.newsOf(host)).containsAll(Stores.accountsOf(host));
            assertThat(Stores.column(host, "keycloak", "select name from realm"))
                    .containsExactly("stoa");
            assertStandsAlone(host);

            restoreBesideWhatRuns(host);
            restoreBeforeWhatDoesNotStart(host);
            refuseBadOnes(host);
            refuseWhatTheSecretsDoNotOpen(host);
            keepWhatIsThere(host);
        }
    }

    /** What came after the backup is gone, also what a newer version has added; nobody writes while it is put back. */
    private static void restoreBesideWhatRuns(Host host) throws Exception {
        host.up();
        try (var later = host.database("identity");
                var statement = later.createStatement();
                var queue = host.queue()) {
            statement.execute("insert into account (id, display_name) values ('later', 'Bob')");
            statement.execute("create table badge (account varchar(255) references account (id))");
            queue.ask("SET later 1");
            host.calls();

            host.done("deploy/restore.sh", BACKUP);

            assertThat(host.calls().getFirst()).isEqualTo("down ");
            assertThat(later.isValid(1)).isFalse();
        }
        assertThat(Stores.accountsOf(host)).isNotEmpty().doesNotContain("later");
        assertThat(Stores.column(host, "identity", "select 1 from pg_tables where tablename = 'badge'"))
                .isEmpty();
        try (var queue = host.queue()) {
            assertThat(queue.ask("EXISTS later")).containsExactly("0");
        }
    }

    private static void restoreBeforeWhatDoesNotStart(Host host) throws Exception {
        host.ill(() -> {
            var outcome = host.run("deploy/restore.sh", BACKUP);

            assertThat(outcome.status()).isNotZero();
            assertThat(outcome.said()).contains("is in its place").doesNotContain("run it again", "untouched");
        });
        assertThat(Stores.accountsOf(host)).isNotEmpty();
    }

    private static void refuseBadOnes(Host host) throws Exception {
        var bad = host.path("backups/bad");
        for (var damage : List.<Backups.Damage>of(
                copy -> Files.delete(copy.resolve("SHA256SUMS")),
                copy -> Files.delete(copy.resolve("queue.rdb")),
                copy -> Files.write(copy.resolve("keycloak.dump"), new byte[0]),
                copy -> Backups.change(copy.resolve("matchmaking.dump")),
                copy -> Files.write(
                        copy.resolve("SHA256SUMS"),
                        Files.readAllLines(copy.resolve("SHA256SUMS")).subList(0, 3)))) {
            Backups.copy(host.path(BACKUP), bad);
            damage.to(bad);
            host.calls();

            var outcome = host.run("deploy/restore.sh", "backups/bad");

            assertThat(outcome.status()).isNotZero();
            assertThat(outcome.said()).contains("nothing was changed");
            assertThat(host.calls()).isEmpty();
        }
    }

    private static void refuseWhatTheSecretsDoNotOpen(Host host) throws Exception {
        var env = host.path(".env");
        var kept = Files.readString(env);
        Files.writeString(env, "STOA_DOMAIN=\nSTOA_SEAL_KEY=south\n");
        host.calls();

        var outcome = host.run("deploy/restore.sh", BACKUP);

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.said()).contains("STOA_SEAL_KEY", "nothing was changed");
        assertThat(host.calls()).isEmpty();
        Files.writeString(env, kept);
    }

    /** Bad since it was made: that is found when it is loaded beside what is there. */
    private static void keepWhatIsThere(Host host) throws Exception {
        var accounts = Stores.accountsOf(host);
        var bad = host.path("backups/bad");
        for (var damage : List.<Backups.Damage>of(
                copy -> Backups.cutOff(copy.resolve("identity.dump")),
                copy -> Backups.change(copy.resolve("queue.rdb")))) {
            Backups.copy(host.path(BACKUP), bad);
            damage.to(bad);
            host.done("sh", "-c", "cd backups/bad && rm SHA256SUMS && sha256sum -- * >sums && mv sums SHA256SUMS");

            var outcome = host.run("deploy/restore.sh", "backups/bad");

            assertThat(outcome.status()).isNotZero();
            assertThat(outcome.said()).contains("untouched");
        }
        host.up();
        assertThat(Stores.accountsOf(host)).isEqualTo(accounts);
        try (var queue = host.queue()) {
            assertThat(queue.ask("GET kept")).containsExactly("here");
        }
    }

    private static void prepare(Host host) throws IOException, SQLException {
        host.migrate("identity");
        host.migrate("matchmaking");
        try (var keycloak = host.database("keycloak");
                var statement = keycloak.createStatement();
                var queue = host.queue()) {
            statement.execute("create table realm (name text)");
            statement.execute("insert into realm values ('stoa')");
            queue.ask("SET kept here");
            queue.ask("ZADD queue 1 a 2 b");
        }
    }

    /** Each service has its own database again and reaches no other. */
    private static void assertStandsAlone(Host host) throws IOException, SQLException {
        assertThat(Stores.column(
                        host, "matchmaking", "select has_database_privilege('matchmaking', 'identity', 'connect')"))
                .containsExactly("f");
        assertThat(Stores.column(host, "identity", "select tableowner from pg_tables where tablename = 'account'"))
                .containsExactly("identity");
        try (var queue = host.queue()) {
            assertThat(queue.ask("GET kept")).containsExactly("here");
            assertThat(queue.ask("ZRANGE queue 0 -1")).containsExactly("a", "b");
            assertThat(queue.ask("CONFIG GET appendonly")).contains("yes");
        }
    }

    private static Set<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).collect(Collectors.toSet());
    }
}
