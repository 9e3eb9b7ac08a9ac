package dev.stoa.matchmaking.meeting.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.meeting.match.Candidates.Page;
import dev.stoa.matchmaking.meeting.match.IdleExpert.Record;
import dev.stoa.matchmaking.meeting.match.Pair.Between;
import dev.stoa.matchmaking.meeting.match.WaitingTicket.Standing;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows that {@code tickets_for.lua} and {@code experts_for.lua} answer with; their headers name the columns. */
final class CandidateRows {

    private static final TypeReference<List<Field>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final ObjectMapper mapper;

    CandidateRows(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The texts of one page, each read once: most of its tickets have the same languages. */
    private final class Texts {
        private final Map<String, List<Field>> fields = new HashMap<>();
        private final Map<String, List<String>> words = new HashMap<>();

        List<Field> fields(String json) {
            return fields.computeIfAbsent(json, text -> read(text, FIELDS));
        }

        List<String> words(String json) {
            return words.computeIfAbsent(json, text -> read(text, WORDS));
        }
    }

    /** An expert and the tickets that it could be offered. */
    Page ticketsFor(String account, List<List<String>> rows) {
        Texts texts = new Texts();
        List<String> head = rows.getFirst();
        IdleExpert expert = new IdleExpert(
                account,
                head.get(0),
                number(head.get(1)),
                texts.fields(head.get(2)),
                texts.words(head.get(3)),
                record(head.subList(4, 8)),
                head.get(9));
        List<List<String>> tickets = rows.subList(1, rows.size());
        long longest = tickets.size() < 2
                ? Long.MAX_VALUE
                : tickets.stream()
                        .map(row -> number(row.get(7)))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        List<Pair> pairs = tickets.stream()
                .map(row -> new Pair(
                        expert,
                        ticket(texts, row.getFirst(), row.subList(1, 11), longest, row.get(14)),
                        between(row, 11)))
                .toList();
        return new Page(pairs, head.get(8));
    }

    /** A ticket and the experts that it could be offered to. */
    Page expertsFor(String id, List<List<String>> rows) {
        Texts texts = new Texts();
        List<String> head = rows.getFirst();
        WaitingTicket ticket = ticket(texts, id, head.subList(0, 10), Long.MAX_VALUE, head.get(11));
        List<Pair> pairs = rows.stream()
                .skip(1)
                .map(row -> new Pair(expert(texts, row), ticket, between(row, 9)))
                .toList();
        return new Page(pairs, head.get(10));
    }

    private static IdleExpert expert(Texts texts, List<String> row) {
        return new IdleExpert(
                row.get(0),
                row.get(1),
                number(row.get(2)),
                texts.fields(row.get(3)),
                texts.words(row.get(4)),
                record(row.subList(5, 9)),
                row.get(12));
    }

    private static Record record(List<String> cells) {
        return new Record(
                Duration.ofMillis(number(cells.get(0))),
                (int) number(cells.get(1)),
                new Rating(number(cells.get(2)), number(cells.get(3))));
    }

    private static WaitingTicket ticket(Texts texts, String id, List<String> cells, long longest, String sandbox) {
        long waited = number(cells.get(6));
        return new WaitingTicket(
                id,
                cells.get(0),
                number(cells.get(1)),
                cells.get(2),
                new Field(cells.get(3), cells.get(4)),
                texts.words(cells.get(5)),
                Duration.ofMillis(waited),
                new Standing(is(cells.get(7)), waited >= longest, is(cells.get(8)), is(cells.get(9))),
                sandbox);
    }

    private static Between between(List<String> row, int from) {
        return new Between(is(row.get(from)), is(row.get(from + 1)), is(row.get(from + 2)));
    }

    private static long number(String cell) {
        return Long.parseLong(cell);
    }

    private static boolean is(String cell) {
        return cell.equals("1");
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
