package dev.stoa.signaling.room;

import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page that remembers what it is sent. */
final class RememberingPage implements Outlet {

    private final List<String> texts = new ArrayList<>();
    private @Nullable CloseReason closed;

    List<String> texts() {
        return texts;
    }

    /** The numbers of what it was sent, the welcome aside. */
    List<Long> numbers() {
        return texts.stream()
                .filter(text -> !text.equals("welcome"))
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")))
                .toList();
    }

    /** Why it was closed, if it was. */
    @Nullable
    CloseReason closed() {
        return closed;
    }

    @Override
    public void send(ServerMessage message) {
        texts.add(message.toString());
    }

    @Override
    public void deliver(String text) {
        texts.add(text);
    }

    @Override
    public void heard() {
        texts.add("heard");
    }

    @Override
    public void close(CloseReason reason) {
        closed = reason;
    }
}
