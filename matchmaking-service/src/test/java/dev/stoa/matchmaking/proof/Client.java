package dev.stoa.matchmaking.proof;

import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Does one thing after the other as an account, and notes what came of each. The things are legal or not. */
final class Client {

    private static final List<String> ASKED = List.of("0612", "0613", "0541", "0542");

    private final Service service;
    private final Rooms rooms;
    private final Board board;
    private final Account account;
    private final Sight sight;
    private final RandomGenerator random;
    private final Consumer<Operation> diary;
    private boolean sure = true;

    Client(Surroundings around, Account account, Sight sight, RandomGenerator random) {
        this.service = around.service();
        this.rooms = around.rooms();
        this.board = around.board();
        this.diary = around.diary();
        this.account = account;
        this.sight = sight;
        this.random = random;
    }

    /** What all clients share. */
    record Surroundings(Service service, Rooms rooms, Board board, Consumer<Operation> diary) {}

    /** Does one thing; whether it is known what came of it. */
    boolean act(Op op) {
        sure = true;
        switch (op) {
            case ASK -> ask();
            case CANCEL -> ticket(op, "/cancel");
            case READY -> ticket(op, "/ready");
            case PAUSE -> ticket(op, "/pause");
            case RESUME -> ticket(op, "/resume");
            case REOPEN -> ticket(op, "/reopen");
            case LOOK -> ticket(op, "");
            case AVAILABLE -> note(op, "", HttpMethod.PUT, "/availability", availability(), "state");
            case RENEW -> note(op, "", HttpMethod.POST, "/availability/renew", null, "state");
            case END_AVAILABILITY -> note(op, "", HttpMethod.DELETE, "/availability", null, "state");
            case ACCEPT -> offer(op, "/accept");
            case DECLINE -> offer(op, "/decline");
            case PASS -> pass();
            case LEAVE -> match(op, "/leave", null);
            case BLOCK -> block(op, HttpMethod.PUT);
            case UNBLOCK -> block(op, HttpMethod.DELETE);
            case MEDDLE -> meddle();
        }
        return sure;
    }

    private void ask() {
        Map<String, Object> wish = Map.of("field", any(ASKED), "languages", some(Account.LANGUAGES), "problem", "Why?");
        long invoked = System.currentTimeMillis();
        Answer answer = service.ask(account, HttpMethod.POST, "/tickets", wish);
        String id = answer.status() == 201 ? answer.text("id") : "";
        note(Op.ASK, id, answer.text("state"), answer, invoked);
    }

    private void ticket(Op op, String action) {
        String id = sight.ticket();
        if (!id.isEmpty()) {
            HttpMethod method = action.isEmpty() ? HttpMethod.GET : HttpMethod.POST;
            note(op, id, method, "/tickets/" + id + action, null, "state");
        }
    }

    private void offer(Op op, String action) {
        String id = sight.offer();
        if (!id.isEmpty()) {
            note(op, id, HttpMethod.POST, "/offers/" + id + action, null, "matchId");
        }
    }

    private Answer match(Op op, String action, Map<String, ?> body) {
        String id = sight.match();
        return id.isEmpty()
                ? new Answer(Answer.UNKNOWN, Json.read(""))
                : note(op, id, HttpMethod.POST, "/matches/" + id + action, body, "id");
    }

    private void pass() {
        Answer answer =
                match(Op.PASS, "/pass", Map.of("nonce", UUID.randomUUID().toString()));
        if (!answer.text("pass").isEmpty()) {
            rooms.enter(answer.text("pass"));
        }
    }

    /** Wants nothing to do with the peer of the last match, or does again. */
    private void block(Op op, HttpMethod method) {
        String id = sight.lastMatch();
        if (!id.isEmpty()) {
            note(op, id, method, "/matches/" + id + "/block", null, "id");
        }
    }

    private void meddle() {
        Board.Thing thing = board.any(random);
        if (thing.id().isEmpty() || thing.owner().equals(account.id())) {
            return;
        }
        String path = switch (thing.id().substring(0, 4)) {
            case "tkt_" -> "/tickets/" + thing.id() + "/cancel";
            case "ofr_" -> "/offers/" + thing.id() + any(List.of("/accept", "/decline"));
            default -> "/matches/" + thing.id() + "/leave";
        };
        note(Op.MEDDLE, thing.id(), HttpMethod.POST, path, null, "state");
    }

    private Map<String, ?> availability() {
        Map<String, Object> wish = new HashMap<>();
        wish.put("fields", some(Account.FIELDS));
        wish.put("languages", some(Account.LANGUAGES));
        wish.put("doNotDisturb", random.nextInt(8) == 0);
        wish.put("autoAccept", random.nextInt(4) == 0);
        if (random.nextInt(4) == 0) {
            wish.put("capacity", 1 + random.nextInt(3));
        }
        return wish;
    }

    private Answer note(Op op, String subject, HttpMethod method, String path, Map<String, ?> body, String result) {
        long invoked = System.currentTimeMillis();
        Answer answer = service.ask(account, method, path, body);
        note(op, subject, answer.text(result), answer, invoked);
        return answer;
    }

    private void note(Op op, String subject, String state, Answer answer, long invoked) {
        diary.accept(
                new Operation(account.id(), op, subject, state, answer.status(), invoked, System.currentTimeMillis()));
        if (!subject.isEmpty() && op != Op.MEDDLE) {
            board.pin(subject, account.id(), random);
        }
    }

    private String any(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** One or more of them. */
    private List<String> some(List<String> choice) {
        List<String> some =
                choice.stream().filter(ignored -> random.nextInt(3) > 0).toList();
        return some.isEmpty() ? List.of(any(choice)) : some;
    }
}
