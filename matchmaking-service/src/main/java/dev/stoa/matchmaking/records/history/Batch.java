package dev.stoa.matchmaking.records.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Records put in order for as few statements as possible. */
final class Batch {

    private Batch() {}

    /**
     * A statement and the records it writes.
     *
     * @param data JSON array of what the records say, oldest first
     */
    record Write(Table table, String data) {}

    /**
     * The statements that write these records. Within a statement and between statements on the same rows the order of the
     * records is kept; nothing is moved across the deletion of an account.
     */
    static List<Write> of(List<Entry> entries) {
        List<Write> writes = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (Table.of(entries.get(i)) == Table.FORGOTTEN) {
                writes.addAll(byTable(entries.subList(from, i)));
                writes.addAll(byTable(entries.subList(i, i + 1)));
                from = i + 1;
            }
        }
        writes.addAll(byTable(entries.subList(from, entries.size())));
        return writes;
    }

    private static List<Write> byTable(List<Entry> entries) {
        List<Write> writes = new ArrayList<>();
        for (Table table : Table.values()) {
            Predicate<Entry> belongs = entry -> Table.of(entry) == table;
            if (entries.stream().anyMatch(belongs)) {
                writes.add(new Write(
                        table,
                        entries.stream().filter(belongs).map(Batch::json).collect(Collectors.joining(",", "[", "]"))));
            }
        }
        return writes;
    }

    /** The record's data with its kind. */
    private static String json(Entry entry) {
        return "{\"kind\":\"" + entry.kind() + "\",\"data\":" + entry.data() + "}";
    }
}
