package dev.stoa.signaling.room;

import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ServerMessage;

/** The way to one page. Nothing is sent any more once it is closed; closing twice changes nothing. */
public interface Outlet {

    /** Sends a message of the service's own. */
    void send(ServerMessage message);

    /** Sends a message that is encoded already. */
    void deliver(String text);

    /** The page gave a sign of life. */
    void heard();

    /** Closes the way, and says why. */
    void close(CloseReason reason);
}
