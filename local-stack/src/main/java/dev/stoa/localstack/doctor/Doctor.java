package dev.stoa.localstack.doctor;

import dev.stoa.localstack.doctor.Examination.Credentials;
import dev.stoa.localstack.doctor.Examination.People;
import dev.stoa.localstack.doctor.Finding.Mark;
import dev.stoa.localstack.process.StackException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stoa doctor URL}: the self-test of an installation, from outside. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Walks through an installation as a learner and an expert would, and says what to mend.",
        footer = {
            "",
            "Passwords come from STOA_DOCTOR_LEARNER_PASSWORD and STOA_DOCTOR_EXPERT_PASSWORD, or are asked for.",
            "On localhost the demo's linus and alan are taken. Both accounts must be free: no open ticket, no call.",
            "Exit code: 0 nothing is broken, 1 something is."
        })
public final class Doctor implements Callable<Integer> {
    @Parameters(paramLabel = "URL", description = "the site, such as https://stoa.example.org")
    private @Nullable URI url;

    @Option(names = "--learner", paramLabel = "NAME", description = "an account that asks")
    private @Nullable String learner;

    @Option(names = "--expert", paramLabel = "NAME", description = "an account with a verified field that answers")
    private @Nullable String expert;

    private final PrintStream out;

    public Doctor() {
        this(System.out);
    }

    /** One that speaks somewhere else. */
    public Doctor(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var site = site();
        var findings = new Findings(out::println);
        new Examination(site, findings).run(people(site));
        var broken = findings.count(Mark.BROKEN);
        out.printf(
                "%n%s%n",
                broken == 0
                        ? "Nothing is broken (%d fine, %d to know)."
                                .formatted(findings.count(Mark.FINE), findings.count(Mark.DOUBTFUL))
                        : "%d broken: mend the first one first.".formatted(broken));
        return broken == 0 ? 0 : 1;
    }

    private URI site() {
        if (url == null
                || url.getHost() == null
                || url.getScheme() == null
                || !url.getScheme().matches("https?")) {
            throw new StackException("The address of a site is needed, such as https://stoa.example.org");
        }
        return URI.create(url.getScheme() + "://" + url.getRawAuthority());
    }

    private Optional<People> people(URI site) {
        if (learner == null && expert == null) {
            return Loopback.is(site.getHost()) ? Optional.of(People.ofDemo()) : Optional.empty();
        }
        if (learner == null || expert == null) throw new StackException("Both are needed: --learner and --expert.");
        return Optional.of(new People(
                new Credentials(learner, password("STOA_DOCTOR_LEARNER_PASSWORD", learner)),
                new Credentials(expert, password("STOA_DOCTOR_EXPERT_PASSWORD", expert))));
    }

    private static String password(String variable, String account) {
        var set = System.getenv(variable);
        if (set != null) return set;
        var terminal = System.console();
        if (terminal == null) {
            throw new StackException("The password of %s is needed in %s.".formatted(account, variable));
        }
        return new String(terminal.readPassword("Password of %s: ", account));
    }
}
