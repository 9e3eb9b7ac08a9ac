package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Becomes available, accepts what is offered, takes a room pass; and again when the match is over. */
final class Expert {
    private final Play play;
    private final Account account;
    private String offer = "";
    private String ticket = "";
    private String match = "";

    Expert(Play play, Account account) {
        this.play = play;
        this.account = account;
    }

    Account account() {
        return account;
    }

    void comeForward() {
        var wish = new JsonObject().put("fields", new JsonArray().add(account.field()));
        play.api()
                .call(account, HttpMethod.PUT, "/availability", wish)
                .onFailure(failure -> play.later(failure, this::comeForward));
    }

    void goAway() {
        play.api()
                .call(account, HttpMethod.DELETE, "/availability", null)
                .onFailure(failure -> play.later(failure, this::goAway));
    }

    void heard(String type, JsonObject data) {
        switch (type) {
            case "offer" -> offered(data.getJsonObject("offer"));
            case "match" -> matched(data.getJsonObject("match").getString("id"));
            case "match-ended" -> play.free(this);
            default -> {}
        }
    }

    private void offered(JsonObject made) {
        if (made.getString("id").equals(offer)) return;
        offer = made.getString("id");
        ticket = made.getString("ticketId");
        accept(offer);
        play.offered(ticket);
    }

    private void accept(String id) {
        var at = System.nanoTime();
        play.api()
                .call(account, HttpMethod.POST, "/offers/" + id + "/accept", null)
                .onSuccess(answer -> play.said(answer.getString("matchId"), at))
                .onFailure(failure -> play.unlessRefused(failure, () -> accept(id)));
    }

    private void matched(String id) {
        if (id.equals(match)) return;
        match = id;
        play.tally().heardByExpert(id, System.nanoTime());
        play.matched(id, ticket);
        takePass(id);
    }

    private void takePass(String id) {
        play.api()
                .call(account, HttpMethod.POST, "/matches/" + id + "/pass", new JsonObject().put("nonce", play.nonce()))
                .onSuccess(pass -> play.passed(id))
                .onFailure(failure -> play.unlessRefused(failure, () -> takePass(id)));
    }
}
