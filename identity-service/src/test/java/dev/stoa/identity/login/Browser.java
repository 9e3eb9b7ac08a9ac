package dev.stoa.identity.login;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.stoa.identity.Tokens;
import dev.stoa.identity.account.TokenClaims;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a browser does at sign-in: keeps cookies and follows redirects, one at a time. */
class Browser {

    static final String BASE = "/api/identity/v1";
    static final String TOKEN_ENDPOINT = "/auth/realms/quarkus/token";

    final Map<String, Cookie> cookies = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final WireMockServer provider;

    Browser(WireMockServer provider) {
        this.provider = provider;
    }

    /** A browser that reaches the service through a proxy which speaks https. */
    static Browser behindTls(WireMockServer provider) {
        return behindProxy(provider, "https", "stoa.example", "443");
    }

    static Browser behindProxy(WireMockServer provider, String scheme, String host, String port) {
        var browser = new Browser(provider);
        browser.headers.put("X-Forwarded-Proto", scheme);
        browser.headers.put("X-Forwarded-Host", host);
        browser.headers.put("X-Forwarded-Port", port);
        return browser;
    }

    /** Goes through the whole sign-in; the access token that it ends with lives for the given time. */
    Response signIn(String subject, Duration tokenLife) {
        return signIn(subject, Tokens.access(subject, tokenLife));
    }

    /** The same, with this access token. */
    Response signIn(String subject, String accessToken) {
        return returnFromProvider(startSignIn(BASE + "/login"), subject, accessToken);
    }

    /** The parameters with which the service sends the browser to the provider. */
    Map<String, String> startSignIn(String path) {
        return parameters(get(path).then().statusCode(302).extract().header("Location"));
    }

    Response returnFromProvider(Map<String, String> question, String subject, Duration tokenLife) {
        return returnFromProvider(question, subject, Tokens.access(subject, tokenLife));
    }

    private Response returnFromProvider(Map<String, String> question, String subject, String accessToken) {
        var code = UUID.randomUUID().toString();
        var idClaims = Tokens.idClaims(subject, question.get("nonce"));
        TokenClaims.session(TokenClaims.of(accessToken)).ifPresent(session -> idClaims.claim("sid", session));
        answerCode(code, Tokens.sign(idClaims), accessToken);
        return get(BASE + "/login/callback?code=" + code + "&state=" + question.get("state"));
    }

    void answerCode(String code, String idToken, String accessToken) {
        provider.stubFor(post(TOKEN_ENDPOINT)
                .withRequestBody(containing("code=" + code))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(new JsonObject()
                                .put("id_token", idToken)
                                .put("access_token", accessToken)
                                .put("refresh_token", "refresh-" + code)
                                .put("expires_in", 300)
                                .encode())));
    }

    /** Lets the provider answer as it does to a code that was redeemed before. */
    void refuseCode(String code) {
        provider.stubFor(post(TOKEN_ENDPOINT)
                .withRequestBody(containing("code=" + code))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":\"invalid_grant\",\"error_description\":\"Code not valid\"}")));
    }

    Response get(String path) {
        var response = request().when().get(path);
        keep(response);
        return response;
    }

    Response session() {
        var response = request().header("Stoa-Request", "web").when().get(BASE + "/session");
        keep(response);
        return response;
    }

    Response postLogout() {
        var response = request().when().post(BASE + "/logout");
        keep(response);
        return response;
    }

    private RequestSpecification request() {
        var request =
                given().redirects().follow(false).urlEncodingEnabled(false).headers(headers);
        cookies.values().forEach(cookie -> request.cookie(cookie.getName(), cookie.getValue()));
        return request;
    }

    private void keep(Response response) {
        for (Cookie cookie : response.detailedCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
    }

    static Map<String, String> parameters(String uri) {
        return Arrays.stream(URI.create(uri).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (a, b) -> a + "," + b));
    }
}
