package dev.stoa.localstack.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.StackOptions;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import dev.stoa.localstack.doctor.Rehearsal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast a call is set up: Stoa beside bare WebRTC over a trivial relay, in turn, two browser processes, the same
 * fake devices, which are already open. Set-up is measured on each side from {@code new RTCPeerConnection} to the first
 * remote frame shown; faces from the expert's press of Accept to the first remote frame on the slower side. The bare
 * call is made with Stoa's camera, and with one of 640 × 360, which others measure with.
 */
public final class CallBench implements Benchmark {
    private static final int WARM_UPS = 2;
    private static final Duration REHEARSAL = Duration.ofSeconds(75);

    private final PrintStream out = System.out;
    private final List<Double> bareCaller = new ArrayList<>();
    private final List<Double> bareCallee = new ArrayList<>();
    private final List<Double> bareSmall = new ArrayList<>();
    private final List<Double> stoaCaller = new ArrayList<>();
    private final List<Double> stoaCallee = new ArrayList<>();
    private final List<Double> faces = new ArrayList<>();

    @Override
    public String name() {
        return "call";
    }

    @Override
    public String summary() {
        return "call set-up beside bare WebRTC, and Accept pressed to both faces; arguments: rounds, --link MS";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var settings = CallSettings.parse(arguments);
        var data = Files.createTempDirectory("stoa-bench-call");
        out.println("Starting a stack of its own for the measurement …");
        try (var stack = Stack.start(withoutLimits(StackOptions.in(data)));
                var browsers = Browsers.open();
                var relay = new BareRelay();
                var link = settings.hasLink() ? link(data, settings, stack, relay) : null;
                var one = link == null ? browsers.launch() : link.near(browsers);
                var other = link == null ? browsers.launch() : link.far(browsers);
                var bare = new BareCalls(relay, one, other)) {
            out.printf(
                    "%d calls without browsers warmed the services up%n", new Rehearsal(stack.origin()).run(REHEARSAL));
            var learner = Person.arrive(one, stack.origin().toString(), new Browser.NewContextOptions());
            learner.signIn("ada", "ada");
            var expert = Person.arrive(other, stack.origin().toString(), new Browser.NewContextOptions());
            expert.signIn("grace", "grace");
            out.printf(
                    "%d warm-ups and %d rounds, bare and Stoa in turn, two browser processes each%n",
                    WARM_UPS, settings.rounds());
            for (int round = -WARM_UPS; round < settings.rounds(); round++) {
                bare(bare, round >= 0);
                stoa(learner, expert, round >= 0);
            }
        }
        report(settings);
    }

    private SlowLink link(Path data, CallSettings settings, Stack stack, BareRelay relay) throws IOException {
        out.printf(
                "The browsers are %d ms from each other, the site is beside the first%n",
                settings.link().toMillis());
        return new SlowLink(data, settings.link(), List.of(stack.origin().getPort(), relay.port()));
    }

    /** Nobody rehearses as often as one account and one address are allowed to. */
    private static StackOptions withoutLimits(StackOptions options) {
        return options.with("STOA_LIMIT_ACCOUNT_REQUESTS", "0")
                .with("STOA_SOCKET_KNOCKS_PER_ADDRESS", "1000000")
                .with("STOA_SOCKET_KNOCKS_PER_ADDRESS_PER_SECOND", "1000000");
    }

    private void bare(BareCalls calls, boolean counts) {
        var small = calls.call(640, 360);
        var same = calls.call(1280, 720);
        if (!counts) return;
        bareSmall.addAll(List.of(small.caller(), small.callee()));
        bareCaller.add(same.caller());
        bareCallee.add(same.callee());
    }

    private void stoa(Person learner, Person expert, boolean counts) {
        learner.ask(
                "software", "Software and applications development and analysis", "How do closures capture variables?");
        learner.awaitOwnFace();
        expert.beAvailable();
        expert.awaitOwnFace();
        learner.sayReady();
        expert.button("Accept").click();
        var learnerSees = learner.otherFaceAt();
        var expertSees = expert.otherFaceAt();
        if (learner.instances().getLast().equals(expert.instances().getLast())) {
            throw new IllegalStateException(
                    "both sides were welcomed by " + learner.instances().getLast());
        }
        if (counts) {
            // The newcomer offers; the other one opens its connection when that offer comes.
            var expertCalls = expert.connectionAt() < learner.connectionAt();
            (expertCalls ? stoaCaller : stoaCallee).add(expertSees - expert.connectionAt());
            (expertCalls ? stoaCallee : stoaCaller).add(learnerSees - learner.connectionAt());
            faces.add(Math.max(learnerSees, expertSees) - expert.pressedAt("Accept"));
        }
        expert.button("Hang up").click();
        learner.page().getByText(" has left").first().waitFor();
    }

    private void report(CallSettings settings) throws Exception {
        var small = new Sample("  bare, camera of 640 × 360", bareSmall);
        var bare = new Sample("bare: new connection → first frame", join(bareCaller, bareCallee));
        var stoa = new Sample("Stoa: new connection → first frame", join(stoaCaller, stoaCallee));
        var seen = new Sample("Stoa: Accept pressed → both faces", faces);
        for (var sample : List.of(
                small,
                new Sample("  bare, caller", bareCaller),
                new Sample("  bare, callee", bareCallee),
                bare,
                new Sample("  Stoa, caller", stoaCaller),
                new Sample("  Stoa, callee", stoaCallee),
                stoa,
                seen)) {
            out.println(sample.line());
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("setup_ratio", Math.round(stoa.median() / bare.median() * 1000) / 1000.0);
        figures.put("setup_ms_median", Math.round(stoa.median()));
        figures.put("bare_setup_ms_median", Math.round(bare.median()));
        figures.put("bare_640x360_setup_ms_median", Math.round(small.median()));
        figures.put("faces_ms_median", Math.round(seen.median()));
        figures.put("faces_ms_p95", Math.round(seen.percentile(95)));
        figures.put("rounds", faces.size());
        figures.put("link_ms", settings.link().toMillis());
        out.println(new ObjectMapper().writeValueAsString(figures));
    }

    private static List<Double> join(List<Double> some, List<Double> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
