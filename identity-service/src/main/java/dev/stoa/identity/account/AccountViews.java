package dev.stoa.identity.account;

import dev.stoa.identity.field.FieldCatalogue;
import dev.stoa.identity.news.News;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** How an account looks to its holder, to administrators and to other services. */
@ApplicationScoped
class AccountViews {

    private final FieldCatalogue catalogue;

    AccountViews(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    AccountView own(Account account, Holder holder) {
        return new AccountView(
                account.id,
                account.displayName,
                List.copyOf(account.languages),
                offered(account),
                holder.administrator());
    }

    AdministeredAccount administered(Account account) {
        var fields = offered(account).stream()
                .map(field -> AdministeredAccount.Field.of(field, account.verifications.get(field.code())))
                .toList();
        return new AdministeredAccount(
                account.id,
                account.displayName,
                List.copyOf(account.languages),
                fields,
                account.ban != null,
                account.ban == null ? null : AdministeredAccount.BanView.of(account.ban));
    }

    News profile(Account account) {
        var fields = offered(account).stream()
                .map(field -> new News.Field(field.code(), field.name(), field.verified()))
                .toList();
        return new News.Profile(account.id, account.displayName, List.copyOf(account.languages), fields);
    }

    private List<OfferedField> offered(Account account) {
        return account.fields.stream()
                .map(catalogue::named)
                .flatMap(Optional::stream)
                .map(field ->
                        new OfferedField(field.code(), field.name(), account.verifications.containsKey(field.code())))
                .toList();
    }
}
