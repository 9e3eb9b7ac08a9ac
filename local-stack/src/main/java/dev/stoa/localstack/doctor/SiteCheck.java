package dev.stoa.localstack.doctor;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Whether the pages are there, over TLS, and nothing else that has no business outside. */
final class SiteCheck {
    private static final Duration CERTIFICATE_LEFT = Duration.ofDays(14);
    private static final List<String> PRIVATE = List.of(
            "/q/health",
            "/q/metrics",
            "/q/openapi",
            "/metrics",
            "/auth/admin/master/console/",
            "/auth/realms/master/.well-known/openid-configuration",
            "/auth/metrics",
            "/auth/health",
            "/api/identity/q/metrics",
            "/api/matchmaking/q/metrics",
            "/api/signaling/q/metrics");

    private final Web web;
    private final URI site;
    private final Findings findings;

    SiteCheck(Web web, URI site, Findings findings) {
        this.web = web;
        this.site = site;
        this.findings = findings;
    }

    /** @throws Sickness when there is no site at all */
    void examine() {
        findings.fine("name", "%s", addresses());
        var page = web.send(HttpRequest.newBuilder(site.resolve("/")));
        if (page.statusCode() != 200 || !page.body().contains("<script")) {
            throw new Sickness(
                    "%s answers %d and no page of Stoa. Is web-ui behind the edge?", site, page.statusCode());
        }
        page.sslSession().ifPresent(this::certificate);
        headers(page);
        if (site.getScheme().equals("https")) redirect();
        doors(page.body());
    }

    private String addresses() {
        try {
            return Arrays.stream(InetAddress.getAllByName(site.getHost()))
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", ", site.getHost() + " is ", ""));
        } catch (UnknownHostException e) {
            throw new Sickness("There is no DNS record for %s.", site.getHost());
        }
    }

    private void certificate(SSLSession session) {
        try {
            var end = ((X509Certificate) session.getPeerCertificates()[0])
                    .getNotAfter()
                    .toInstant();
            var left = Duration.between(Instant.now(), end);
            if (left.compareTo(CERTIFICATE_LEFT) > 0) {
                findings.fine("certificate", "%s, %d days left", session.getProtocol(), left.toDays());
            } else {
                findings.doubtful(
                        "certificate",
                        "ends in %d days. Is it being renewed? The edge has to be reached on port 80 or 443 by name.",
                        left.toDays());
            }
        } catch (SSLPeerUnverifiedException e) {
            findings.broken("certificate", e);
        }
    }

    private void headers(HttpResponse<?> page) {
        var wanted = site.getScheme().equals("https")
                ? List.of("Content-Security-Policy", "X-Content-Type-Options", "Strict-Transport-Security")
                : List.of("Content-Security-Policy", "X-Content-Type-Options");
        var missing = wanted.stream()
                .filter(header -> page.headers().firstValue(header).isEmpty())
                .toList();
        if (missing.isEmpty()) findings.fine("pages", "there, with their protecting headers");
        else findings.doubtful("pages", "there, but something on the way takes out %s", missing);
        if (site.getScheme().equals("http") && !Loopback.is(site.getHost())) {
            findings.broken(
                    "TLS",
                    "Browsers give camera and microphone to https and localhost only. Give the site a name with"
                            + " deploy/secrets.sh NAME.");
        }
    }

    private void redirect() {
        if (site.getPort() != -1 && site.getPort() != 443) return;
        try {
            var plain = web.send(HttpRequest.newBuilder(URI.create("http://" + site.getHost() + "/")));
            var to = plain.headers().firstValue("Location").orElse("");
            if (plain.statusCode() / 100 == 3 && to.startsWith("https://")) findings.fine("http", "leads to https");
            else findings.doubtful("http", "answers %d instead of leading to https", plain.statusCode());
        } catch (Sickness e) {
            findings.doubtful(
                    "http", "%s Whoever types the name alone may see nothing.", String.valueOf(e.getMessage()));
        }
    }

    private void doors(String page) {
        var open = PRIVATE.stream().filter(path -> isOpen(path, page)).toList();
        if (open.isEmpty()) findings.fine("private doors", "all %d closed", PRIVATE.size());
        else findings.broken("private doors", "open to everybody: %s. The edge has to refuse them.", open);
    }

    /** Unknown paths may be answered with the page itself, which shows "not found" then. */
    private boolean isOpen(String path, String page) {
        var answer = web.send(HttpRequest.newBuilder(site.resolve(path)));
        return answer.statusCode() < 400 && !answer.body().equals(page);
    }
}
