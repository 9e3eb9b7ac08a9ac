package dev.stoa.identity.news;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** News as it waits in the outbox. */
@Entity
@Table(name = "account_news")
class WaitingNews {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String account = "";

    String type = "";

    /** JSON. */
    @Column(columnDefinition = "text")
    String data = "";

    static WaitingNews of(News news) {
        var row = new WaitingNews();
        row.account = news.account();
        row.type = news.type();
        row.data = news.data().encode();
        return row;
    }
}
