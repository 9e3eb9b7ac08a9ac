package dev.stoa.matchmaking.meeting.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.meeting.match.Matches;
import dev.stoa.matchmaking.meeting.rooms.SimulatedPeers;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The simulated people. What they do goes the same way as if a page had asked for it, or signaling had told it. */
@ApplicationScoped
class Cast {

    /** Several looks long, so that an availability outlives the death of the instance that has last renewed it. */
    static final long LEASE_MS = 20_000;

    private static final String NO_SESSION = "";

    private static final List<String> NAMES = List.of("Grace (simulated)", "Alan (simulated)");

    private final Steps steps;
    private final Matches matches;
    private final SimulatedPeers peers;
    private final ObjectMapper mapper;

    Cast(Steps steps, Matches matches, SimulatedPeers peers, ObjectMapper mapper) {
        this.steps = steps;
        this.matches = matches;
        this.peers = peers;
        this.mapper = mapper;
    }

    /** Makes a move. One that comes too late fails, and the next look sees why. */
    Uni<Void> make(Move move, Scene scene) {
        return switch (move) {
            case Move.Wait ignored -> Uni.createFrom().voidItem();
            case Move.Appear appear -> appear(appear.expert(), scene);
            case Move.Accept accept ->
                matches.accept(accept.offer(), accept.expert(), NO_SESSION).replaceWithVoid();
            case Move.Decline decline -> matches.decline(decline.offer(), decline.expert());
            case Move.Ready ready ->
                matches.ready(scene.ticket(), scene.learner(), NO_SESSION, Optional.of(ready.offer()))
                        .replaceWithVoid();
            case Move.Join join -> peers.joined(join.room(), join.peer());
            case Move.HangUp hangUp -> matches.leave(hangUp.match(), hangUp.expert());
        };
    }

    private Uni<Void> appear(String expert, Scene scene) {
        String name = NAMES.get(scene.isFirst(expert) ? 0 : 1);
        return steps.take(
                        Step.SET_AVAILABILITY,
                        expert,
                        name,
                        json(List.of(scene.field())),
                        json(scene.languages()),
                        LEASE_MS,
                        "",
                        "",
                        "",
                        scene.ticket())
                .replaceWithVoid();
    }

    private String json(List<?> values) {
        try {
            return mapper.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
