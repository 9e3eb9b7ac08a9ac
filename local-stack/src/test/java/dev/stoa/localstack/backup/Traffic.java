package dev.stoa.localstack.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the services do all the time, from one store to the other: matches go from the queue into matchmaking's database, news of
 * accounts from identity's database into the queue. Each is taken out of the first when the second has it. All are numbered from 1.
 */
final class Traffic implements AutoCloseable {
    static final String RECORDS = "{mm}:records";
    static final String NEWS = "account-news";
    /** How many matches the queue knows of. */
    static final String BEGUN = "matches";

    private static final String MATCH =
            "insert into match (id, ticket, learner_name, expert_name, field, field_name, problem, because, started_at)"
                    + " values (?, 't', 'l', 'e', '0613', 'Software', 'It is ''stuck''; \\ ü', '[]', now())";

    private final Host host;
    private final AtomicInteger matches = new AtomicInteger();
    private final AtomicInteger accounts = new AtomicInteger();
    private final Thread history = Thread.ofVirtual().unstarted(() -> carry(this::carryMatches));
    private final Thread news = Thread.ofVirtual().unstarted(() -> carry(this::carryNews));
    private volatile boolean goesOn = true;

    Traffic(Host host) {
        this.host = host;
        history.start();
        news.start();
    }

    /** Up to which number both have come, at least. */
    int matches() {
        return matches.get();
    }

    int accounts() {
        return accounts.get();
    }

    private interface Work {
        void go() throws IOException, SQLException;
    }

    /** Ends when it is told to, or when the servers are taken away. */
    private static void carry(Work work) {
        try {
            work.go();
        } catch (IOException | SQLException gone) {
            // Whoever took the servers away knows how far it had to come.
        }
    }

    private void carryMatches() throws IOException, SQLException {
        try (var queue = host.queue();
                var database = host.database("matchmaking");
                var insert = database.prepareStatement(MATCH)) {
            while (goesOn) {
                int number = matches.get() + 1;
                var id = queue.ask("XADD " + RECORDS + " * match " + number).getFirst();
                queue.ask("SET " + BEGUN + " " + number);
                matches.set(number);
                insert.setString(1, Integer.toString(number));
                insert.executeUpdate();
                queue.ask("XDEL " + RECORDS + " " + id);
            }
        }
    }

    private void carryNews() throws IOException, SQLException {
        try (var queue = host.queue();
                var database = host.database("identity");
                var statement = database.createStatement()) {
            while (goesOn) {
                int number = accounts.get() + 1;
                database.setAutoCommit(false);
                statement.execute("insert into account (id, display_name) values ('" + number + "', 'Ada')");
                statement.execute(
                        "insert into account_news (account, type, data) values ('" + number + "', 'changed', '{}')");
                database.commit();
                accounts.set(number);
                database.setAutoCommit(true);
                queue.ask("XADD " + NEWS + " * account " + number);
                statement.execute("delete from account_news where account = '" + number + "'");
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        history.join();
        news.join();
    }
}
