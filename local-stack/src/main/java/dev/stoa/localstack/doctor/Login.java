package dev.stoa.localstack.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Signs an account in through the site, page after page, as a browser would. */
final class Login {
    private static final int MOST_REDIRECTS = 12;

    private final Web web;
    private final URI site;
    private final CookieJar cookies = new CookieJar();

    Login(Web web, URI site) {
        this.web = web;
        this.site = site;
    }

    /** The provider's login page, which is there for anybody. */
    LoginForm form() {
        var page = follow(HttpRequest.newBuilder(site.resolve("/api/identity/v1/login")));
        if (page.statusCode() != 200) {
            throw new Sickness(
                    "The login page answers %d at %s. Do STOA_OIDC_ISSUER, the client's redirect URI and the provider's own"
                            + " public address agree?",
                    page.statusCode(), page.uri());
        }
        return LoginForm.in(page.uri(), page.body())
                .orElseThrow(() -> new Sickness("There is no form for a password at %s.", page.uri()));
    }

    /**
     * Signs in.
     *
     * @return the session as the site tells it to its pages, with {@code accessToken} and {@code account}
     */
    JsonNode signIn(String username, String password) {
        var form = form();
        var end = follow(HttpRequest.newBuilder(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.filled(username, password))));
        if (LoginForm.in(end.uri(), end.body()).isPresent()) {
            throw new Sickness("The provider does not accept the password of %s.", username);
        }
        if (end.statusCode() != 200) {
            throw new Sickness("After signing in, %s answers %d: %s", end.uri(), end.statusCode(), brief(end.body()));
        }
        var session = Json.read(send(HttpRequest.newBuilder(site.resolve("/api/identity/v1/session"))
                        .header("Stoa-Request", "web"))
                .body());
        if (!session.path("signedIn").asBoolean()) {
            throw new Sickness(
                    "The site does not keep %s signed in. Do its cookies come through the edge, and can identity-service"
                            + " reach the provider and its Redis?",
                    username);
        }
        return session;
    }

    private HttpResponse<String> follow(HttpRequest.Builder request) {
        var answer = send(request);
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            var location = answer.headers().firstValue("Location").orElse("");
            answer = send(HttpRequest.newBuilder(answer.uri().resolve(location)));
        }
        if (answer.statusCode() / 100 == 3) throw new Sickness("Signing in goes round in circles at %s.", answer.uri());
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var to = request.build().uri();
        var header = cookies.header(to);
        if (!header.isEmpty()) request.header("Cookie", header);
        var answer = web.send(request);
        cookies.take(answer.uri(), answer.headers());
        return answer;
    }

    private static String brief(String body) {
        return body.length() > 200 ? body.substring(0, 200) + " …" : body;
    }
}
