package io.rialto.gateway.outbound;

import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.Courier.Result;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends one POST and says how it went. Bounded in time, name server included; follows no redirect, repeats nothing by itself, keeps no connection, and
 * reads nothing of the answer but its status and how long to wait.
 *
 * <p>The client is handed the addresses that were checked and connects to one of those, while TLS still asks for a certificate of
 * the name; before a byte of the request is sent, the address at the other end is checked once more. Thread-safe.
 */
public final class Posting implements AutoCloseable {
    private static final Pattern LITERALS = Pattern.compile("[0-9.]+|.*:.*");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final String AGENT = "Rialto";
    private static final int WELL = 200;
    private static final int REDIRECT = 300;
    private static final int BAD = 400;
    private static final int GONE = 410;

    private final OkHttpClient client;
    private final Targets targets;

    public Posting(Duration timeout, Authorities authorities, Targets targets) {
        this.targets = targets;
        this.client = new OkHttpClient.Builder()
                .callTimeout(timeout)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .sslSocketFactory(authorities.sockets(), authorities.trust())
                .dns(targets::addresses)
                .addNetworkInterceptor(this::checked)
                .build();
    }

    private Response checked(Interceptor.Chain chain) throws IOException {
        targets.check(chain.request().url().host(), chain.connection().socket().getInetAddress());
        return chain.proceed(chain.request());
    }

    /** @param headers beside those of the body; nobody else's words may be in them */
    public Outcome post(String url, Map<String, String> headers, String contentType, byte[] body) {
        HttpUrl to = HttpUrl.parse(url);
        if (to == null) return Outcome.never("the address is none");
        Request request = new Request.Builder()
                .url(to)
                .headers(Headers.of(headers))
                .header("User-Agent", AGENT)
                .post(RequestBody.create(body, MediaType.get(contentType)))
                .build();
        Call call = client.newCall(request);
        try {
            // What is an address already is looked up by nobody.
            if (LITERALS.matcher(to.host()).matches()) targets.addresses(to.host());
            try (Response response = call.execute()) {
                return outcome(response.code(), response.header("Retry-After", ""));
            }
        } catch (IOException fault) {
            return outcome(fault);
        }
    }

    static Outcome outcome(int status, String retryAfter) {
        String words = "HTTP " + status;
        if (status >= WELL && status < REDIRECT) return Outcome.DELIVERED;
        if (status >= REDIRECT && status < BAD) return Outcome.never(words + ": redirects are not followed");
        if (status == BAD || status == GONE) return Outcome.never(words);
        boolean isAsked = SECONDS.matcher(retryAfter).matches();
        return new Outcome(Result.LATER, words, Duration.ofSeconds(isAsked ? Integer.parseInt(retryAfter) : 0));
    }

    /** Its own words may hold what the receiver wrote. */
    private static Outcome outcome(IOException fault) {
        if (fault instanceof ForbiddenTarget) return Outcome.never("the address is not allowed");
        if (fault instanceof UnknownHostException) return Outcome.later("the host has no address");
        if (fault instanceof ConnectException) return Outcome.later("nobody listens there");
        if (fault instanceof SSLException)
            return Outcome.later("TLS failed: " + fault.getClass().getSimpleName());
        if (fault instanceof InterruptedIOException) return Outcome.later("no answer in time");
        return Outcome.later("the connection failed: " + fault.getClass().getSimpleName());
    }

    /** What is under way fails. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
    }
}
