package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.support.SignalingRedis;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Records of things that would take too long to do. */
public final class HistoryRecords {

    private HistoryRecords() {}

    /** Leaves the record of a match that has ended then, in ms since 1970, in the queue's Redis; gives its id. */
    public static String endedMatch(SignalingRedis redis, String learner, String expert, long endedAt) {
        String id = Ids.next("mch_");
        redis.send(Request.cmd(Command.XADD)
                .arg("{mm}:records")
                .arg("*")
                .arg("kind")
                .arg("match-ended")
                .arg("data")
                .arg(HistoryWorld.match(id, learner, expert, endedAt)));
        return id;
    }
}
