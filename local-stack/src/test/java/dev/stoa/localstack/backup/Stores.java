package dev.stoa.localstack.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What is in PostgreSQL and in the queue's Redis. */
final class Stores {
    private Stores() {}

    /** The numbers of all matches that are known, wherever. */
    static Set<String> matchesOf(Host host) throws IOException, SQLException {
        var all = new HashSet<>(column(host, "matchmaking", "select id from match"));
        all.addAll(stream(host, Traffic.RECORDS));
        return all;
    }

    /** How many matches the queue has told of. */
    static int begun(Host host) throws IOException {
        try (var queue = host.queue()) {
            return Integer.parseInt(queue.ask("GET " + Traffic.BEGUN).getFirst());
        }
    }

    static Set<String> accountsOf(Host host) throws SQLException {
        return new HashSet<>(column(host, "identity", "select id from account"));
    }

    /** The numbers of the accounts of which there is news, told or still to be told. */
    static Set<String> newsOf(Host host) throws IOException, SQLException {
        var all = new HashSet<>(column(host, "identity", "select account from account_news"));
        all.addAll(stream(host, Traffic.NEWS));
        return all;
    }

    private static List<String> stream(Host host, String key) throws IOException {
        try (var queue = host.queue()) {
            var texts = queue.ask("XRANGE " + key + " - +");
            // Of each entry: its id, the name of its one field, and what is in that.
            return IntStream.range(0, texts.size() / 3)
                    .mapToObj(entry -> texts.get(entry * 3 + 2))
                    .toList();
        }
    }

    /** The first column of what a query finds. */
    static List<String> column(Host host, String database, String query) throws SQLException {
        try (var connection = host.database(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) all.add(rows.getString(1));
            return all;
        }
    }
}
