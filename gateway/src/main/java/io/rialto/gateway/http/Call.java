package io.rialto.gateway.http;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.form.Choices;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One request as its route sees it: authenticated, its parameters known by name, its body not yet read as a form.
 *
 * <p>Every reader throws a {@link Problem} that names the field at fault.
 */
public final class Call {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int MOST_AGENT = 256;
    private static final Pattern KEYS = Pattern.compile("[!-~]{1,128}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern JSON_TYPE =
            Pattern.compile("application/json *(; *charset *= *\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNTS = Pattern.compile("[1-9][0-9]{0,8}");

    private final Request request;
    private final Caller caller;
    private final int session;
    private volatile String about = "";

    /**
     * What came over the wire; the query is as it was sent and, beside it, decoded.
     *
     * @param address of the client, as a trusted proxy tells it
     */
    public record Request(
            String method,
            String path,
            String rawQuery,
            Map<String, String> parts,
            Map<String, List<String>> query,
            Map<String, String> headers,
            byte[] body,
            String address,
            UUID correlation) {

        /** Empty when absent. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    public Call(Request request, Caller caller) {
        this(request, caller, 0);
    }

    /** @param session the connection by which it came, when that is more than one request; else 0 */
    public Call(Request request, Caller caller, int session) {
        this.request = request;
        this.caller = caller;
        this.session = session;
    }

    public Request request() {
        return request;
    }

    public Caller caller() {
        return caller;
    }

    /** From where it was sent. */
    public String address() {
        return request.address();
    }

    /** What the client calls itself, cut short; empty when it does not say. */
    public String userAgent() {
        String agent = request.header("User-Agent").replaceAll("[^ -~]", "?");
        return agent.substring(0, Math.min(agent.length(), MOST_AGENT));
    }

    /** The id by which it is found again. */
    public UUID correlation() {
        return request.correlation();
    }

    /** What its route found out it is about, for the audit list: never a secret, nothing that only a person may know. */
    public String about() {
        return about;
    }

    /** @param what like {@code user:3}, in a few words */
    public Call concerns(String what) {
        about = what;
        return this;
    }

    /** The person who asks; programs have no business here. */
    public Caller.Person person() {
        if (caller.isPerson()) return caller.person();
        throw Problem.of(ProblemCode.FORBIDDEN, "only a person may ask this, not a program");
    }

    /** A part of the path. */
    public String part(String name) {
        return request.parts().get(name);
    }

    public Optional<String> parameter(String name) {
        List<String> values = request.query().get(name);
        if (values == null) return Optional.empty();
        if (values.size() != 1 || values.get(0).isEmpty()) {
            throw Problem.at(name, ProblemCode.INVALID_VALUE, "must be given once", String.join(",", values));
        }
        return Optional.of(values.get(0));
    }

    public OptionalLong whole(String name, long least, long most) {
        Optional<String> text = parameter(name);
        if (text.isEmpty()) return OptionalLong.empty();
        if (!WHOLE.matcher(text.get()).matches()
                || Long.parseLong(text.get()) < least
                || Long.parseLong(text.get()) > most) {
            throw Problem.at(name, ProblemCode.INVALID_VALUE, "must be " + least + ".." + most, text.get());
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> names) {
        return parameter(name).map(value -> Choices.of(name, value, names));
    }

    /** A moment, in nanoseconds since 1970. */
    public OptionalLong moment(String name) {
        Optional<String> text = parameter(name);
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Times.nanos(name, text.get()));
    }

    public boolean flag(String name) {
        String text = parameter(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw Problem.at(name, ProblemCode.INVALID_VALUE, "must be true or false", text);
        }
        return text.equals("true");
    }

    /** The body; its type must be JSON, unless there is none. */
    public Form form() {
        String type = request.header("Content-Type");
        if (request.body().length > 0 && !JSON_TYPE.matcher(type).matches()) {
            String rule = "must be application/json";
            throw Problem.at("Content-Type", ProblemCode.UNSUPPORTED_MEDIA_TYPE, rule, type);
        }
        return Form.read(request.body());
    }

    /** Whose data a read is about: the key's account, or the one that an administrator names. */
    public int readAccount() {
        Optional<String> named = parameter("account");
        if (!caller.seesAll()) {
            if (named.isPresent() && !named.get().equals(Integer.toString(caller.account()))) {
                throw Problem.at("account", ProblemCode.UNKNOWN_ACCOUNT, "the account does not exist");
            }
            return caller.account();
        }
        if (named.isEmpty() && caller.account() == 0) {
            throw Problem.at("account", ProblemCode.MISSING_FIELD, "an administrator names the account");
        }
        return named.map(text -> accountNumber("account", text)).orElse(caller.account());
    }

    /** Whose account a command acts for: the key's, never another. */
    public int tradeAccount() {
        if (caller.account() <= 0) throw Problem.of(ProblemCode.FORBIDDEN, "the key belongs to no account");
        return caller.account();
    }

    /** An account's number as clients write it; what cannot be one does not exist. */
    public static int accountNumber(String field, String text) {
        if (!ACCOUNTS.matcher(text).matches()) {
            throw Problem.at(field, ProblemCode.UNKNOWN_ACCOUNT, "the account does not exist");
        }
        return Integer.parseInt(text);
    }

    /** The client's own name for this request; empty without one. */
    public Optional<String> idempotencyKey() {
        String key = request.header(IDEMPOTENCY_KEY);
        if (key.isEmpty()) return Optional.empty();
        if (!KEYS.matcher(key).matches()) {
            String rule = "must be 1..128 printable ASCII characters";
            throw Problem.at(IDEMPOTENCY_KEY, ProblemCode.INVALID_VALUE, rule, key);
        }
        return Optional.of(key);
    }

    /** Who asks, and how the same request is known again. */
    public Origin origin() {
        Origin origin = Origin.of(
                        caller.actor(),
                        idempotencyKey(),
                        Origin.bodyHash(request.method(), request.path(), request.rawQuery(), request.body()),
                        request.correlation())
                .with(caller.key())
                .behind(caller.person().number());
        return session == 0 ? origin : origin.over(session);
    }
}
