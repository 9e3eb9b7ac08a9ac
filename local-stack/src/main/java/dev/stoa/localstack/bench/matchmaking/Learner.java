package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/** Asks, says that it is ready, takes a room pass, leaves when both have one; and is free again when the match is over. */
final class Learner {
    private final Play play;
    private final Account account;
    private final boolean watches;
    private String offer = "";
    private String match = "";
    private long askedAt;

    /** @param watches whether it has an event stream; for one that has none, the expert's stream says what to do */
    Learner(Play play, Account account, boolean watches) {
        this.play = play;
        this.account = account;
        this.watches = watches;
    }

    Account account() {
        return account;
    }

    boolean watches() {
        return watches;
    }

    void ask() {
        askedAt = System.nanoTime();
        var wish = new JsonObject().put("field", account.field()).put("problem", "Why does my loop never end?");
        play.api()
                .call(account, HttpMethod.POST, "/tickets", wish)
                .onSuccess(ticket -> play.asked(ticket.getString("id"), this))
                .onFailure(failure -> play.later(failure, this::ask));
    }

    void heard(String type, JsonObject data) {
        switch (type) {
            case "ticket" -> ticket(data.getJsonObject("ticket"));
            case "match" -> {
                var id = data.getJsonObject("match").getString("id");
                if (id.equals(match)) return;
                match = id;
                play.tally().heardByLearner(id, System.nanoTime());
                takePass(id);
            }
            case "match-ended" -> play.free(this);
            default -> {}
        }
    }

    private void ticket(JsonObject ticket) {
        if (ticket.containsKey("matchId")) play.tally().matched(ticket.getString("id"), ticket.getString("matchId"));
        var check = ticket.getJsonObject("readyCheck");
        if (check == null || check.getString("offerId").equals(offer)) return;
        offer = check.getString("offerId");
        play.tally().claimed(System.nanoTime() - askedAt);
        sayReady(ticket.getString("id"));
    }

    void sayReady(String ticket) {
        var at = System.nanoTime();
        play.api()
                .call(account, HttpMethod.POST, "/tickets/" + ticket + "/ready", null)
                .onSuccess(answer -> play.said(answer.getString("matchId"), at))
                .onFailure(failure -> play.unlessRefused(failure, () -> sayReady(ticket)));
    }

    void takePass(String id) {
        play.api()
                .call(account, HttpMethod.POST, "/matches/" + id + "/pass", new JsonObject().put("nonce", play.nonce()))
                .onSuccess(pass -> play.passed(id, this))
                .onFailure(failure -> play.unlessRefused(failure, () -> takePass(id)));
    }

    void leave(String id) {
        play.api()
                .call(account, HttpMethod.POST, "/matches/" + id + "/leave", null)
                .onSuccess(left -> play.left(id))
                .onFailure(failure -> play.unlessRefused(failure, () -> leave(id)));
    }
}
