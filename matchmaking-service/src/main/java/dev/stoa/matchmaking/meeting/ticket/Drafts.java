package dev.stoa.matchmaking.meeting.ticket;

import dev.stoa.matchmaking.api.account.Account;
import dev.stoa.matchmaking.api.account.Accounts;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.api.account.Scope;
import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.meeting.sandbox.SandboxRequest;
import dev.stoa.matchmaking.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Completes what is asked for with what is known about who asks. */
@ApplicationScoped
class Drafts {

    private final Accounts accounts;

    Drafts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The ticket that the caller asks for; fails with a 400 problem when something in the request contradicts who asks. */
    Uni<Tickets.Draft> of(TicketRequest request, Caller caller) {
        return switch (caller.who()) {
            case Who.Person person -> own(request, caller, person);
            case Who.Integrator integrator -> onBehalf(request, integrator);
            case Who.Guest guest -> throw new IllegalStateException("Guests have the ticket that was made for them");
        };
    }

    private Uni<Tickets.Draft> own(TicketRequest request, Caller caller, Who.Person person) {
        if (request.learner() != null) {
            throw Problems.invalid("learner", "is for integrators only: you ask for yourself");
        }
        if (request.sandbox() != null) {
            throw Problems.invalid("sandbox", "is for integrators only: you would wait for nobody");
        }
        return Uni.combine()
                .all()
                .unis(accounts.of(caller), accounts.field(request.field()))
                .with((account, field) -> own(request, person, account, field));
    }

    private static Tickets.Draft own(TicketRequest request, Who.Person person, Account account, Field field) {
        List<String> languages = request.languages() == null ? account.languages() : request.languages();
        return new Tickets.Draft(
                person.account(),
                person.session(),
                account.displayName(),
                field,
                distinct(languages),
                request.problem().strip(),
                null,
                null);
    }

    private Uni<Tickets.Draft> onBehalf(TicketRequest request, Who.Integrator integrator) {
        SandboxRequest sandbox = request.sandbox();
        require(integrator, sandbox == null ? Scope.TICKETS : Scope.SANDBOX);
        LearnerRequest learner = request.learner();
        if (learner == null) {
            throw Problems.invalid("learner", "is needed: say on whose behalf you ask");
        }
        List<String> languages = request.languages() == null ? learner.languages() : request.languages();
        if (languages == null) {
            throw Problems.invalid("learner.languages", "is needed where the ticket itself names no languages");
        }
        String id = learner.externalId();
        return accounts.field(request.field())
                .map(field -> new Tickets.Draft(
                        sandbox == null ? integrator.learner(id) : integrator.practising(id),
                        integrator.session(),
                        learner.displayName().strip(),
                        field,
                        distinct(languages),
                        request.problem().strip(),
                        new Tickets.Behalf(integrator.account(), id),
                        sandbox));
    }

    private static void require(Who.Integrator integrator, Scope scope) {
        if (!integrator.scopes().contains(scope)) {
            throw Problems.insufficientScope(scope.word());
        }
    }

    private static List<String> distinct(List<String> languages) {
        return languages.stream().distinct().toList();
    }
}
