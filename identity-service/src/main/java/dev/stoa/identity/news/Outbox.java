package dev.stoa.identity.news;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where news waits until it is in the stream, in the database that the change itself is in: either both are there or
 * neither.
 */
@ApplicationScoped
public class Outbox {

    private final Sender sender;

    Outbox(Sender sender) {
        this.sender = sender;
    }

    /**
     * Leaves news in the session's transaction. Whoever calls this holds the lock of the account's row, for the order of
     * the rows here is the order in which an account's news is told.
     */
    public Uni<Void> add(Mutiny.Session session, News news) {
        return session.persist(WaitingNews.of(news));
    }

    /** Says that news may be waiting; it is sent at once instead of within a second. */
    public void committed() {
        sender.wake();
    }
}
