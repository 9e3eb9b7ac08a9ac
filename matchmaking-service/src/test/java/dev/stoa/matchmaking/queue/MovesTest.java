package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.meeting.ticket.TicketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of moves that the scripts check is the one of the types. {@code -Dupdate} rewrites it. */
class MovesTest {

    private static final Path COMMITTED = Path.of("src/main/resources/lua/parts/0-moves.lua");

    @Test
    void theScriptsKnowExactlyTheMovesOfTheTypes() throws IOException {
        String generated = lua();

        if (System.getProperty("update") != null) {
            Files.writeString(COMMITTED, generated);
        }
        assertEquals(Files.readString(COMMITTED), generated);
    }

    private static String lua() {
        String states = TicketState.all().stream()
                .map(state -> "  ['" + state.word() + "'] = {" + moves(state) + "},\n")
                .collect(Collectors.joining());
        return "-- Generated from TicketState by MovesTest: which move leads a ticket from which state where.\n\n"
                + "local MOVES = {\n" + states + "}\n";
    }

    private static String moves(TicketState state) {
        return state.moves().entrySet().stream()
                        .map(move -> " ['" + move.getKey() + "'] = '"
                                + move.getValue().word() + "'")
                        .collect(Collectors.joining(","))
                + (state.moves().isEmpty() ? "" : " ");
    }
}
