package io.rialto.gateway.keys;

import io.rialto.gateway.access.ApiKey;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.access.Signatures;
import io.rialto.gateway.control.KeyLog;
import io.rialto.gateway.control.KeyLog.Operation;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.people.Administrators;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The caller's own keys. Every operation is logged with its outcome, also one that is refused. */
final class KeyRoutes implements RouteGroup {
    private static final String KEYS = "/api-keys";
    private static final String KEY = "/api-keys/{id}";
    private static final long MOST_OVERLAP_SECONDS = 86_400;
    private static final String[] PAGE = {"limit", "cursor"};
    private static final Fields MAKE = Fields.of(Field.texts("scopes").says("no more than mine"))
            .and(KeyForm.TERMS)
            .and(
                    Field.choice("algorithm", ApiKey.Algorithm.class).optional(),
                    Field.text("publicKey").optional().says("of ED25519, in base64"));
    private static final Fields CHANGE = KeyForm.TERMS.and(
            Field.texts("scopes").optional(),
            Field.word("status", "ACTIVE", "INACTIVE").optional());
    private static final Fields ROTATE = Fields.of(
                    Field.whole("overlapSeconds", 0, MOST_OVERLAP_SECONDS),
                    Field.moment("oldUntil").says("instead of overlapSeconds"),
                    Field.text("publicKey").says("of ED25519, in base64"))
            .optional();
    private static final Fields VERIFY = Fields.of(
                    Field.text("text").says("what was signed"), Field.text("signature"), Field.text("address"))
            .optional();
    private static final int USUAL_LIMIT = 100;
    private static final int MOST_LIMIT = 1_000;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final KeyRing keys;
    private final Administrators administrators;
    private final KeyRights rights;
    private final KeyUsage usage;
    private final KeyLog log;
    private final Listed listed;
    private final Clock clock;

    KeyRoutes(KeyRing keys, Administrators administrators, KeyUsage usage, KeyLog log, Listed listed, Clock clock) {
        this.keys = keys;
        this.administrators = administrators;
        this.rights = new KeyRights(keys);
        this.usage = usage;
        this.log = log;
        this.listed = listed;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", KEYS, Scope.READ, this::make)
                .says("Make a key of my account; its secret is shown here and never again")
                .takes(MAKE)
                .asksSecondFactor()
                .takesTwo()
                .answers(201, KeyBody.class);
        routes.read(KEYS, Scope.READ, this::list).says("The keys of my account").answers(200, Items.class);
        routes.read(KEY, Scope.READ, call -> of(call, Operation.READ, () -> told(own(call))))
                .says("One of my keys")
                .answers(200, KeyBody.class);
        change("PUT", KEY, Operation.CHANGE, this::change, routes)
                .says("Change what a key may: what is absent stays, null binds no more")
                .takes(CHANGE)
                .asksSecondFactor()
                .takesTwo()
                .answers(200, KeyBody.class);
        change("DELETE", KEY, Operation.REVOKE, this::revoke, routes)
                .says("Revoke a key for good, at once and everywhere")
                .takes(Fields.NONE)
                .leavesTrace()
                .answers(200, KeyBody.class);
        change("POST", KEY + "/rotate", Operation.ROTATE, this::rotate, routes)
                .says("Another secret, or public key; the old one is good for a while")
                .takes(ROTATE)
                .asksSecondFactor()
                .takesTwo()
                .answers(200, KeyBody.class);
        change("POST", KEY + "/verify", Operation.VERIFY, this::verify, routes)
                .says("Whether a key would be taken now, and whether it made a signature")
                .takes(VERIFY)
                .answers(200, Verified.class);
        routes.read(KEY + "/audit-logs", Scope.READ, call -> of(call, Operation.READ_LOG, () -> entries(call)), PAGE)
                .says("What was done with a key, newest first")
                .answers(200, LogItems.class);
    }

    private Route.Told change(
            String method, String path, Operation operation, Function<Call, Answer> doing, Routes routes) {
        return routes.write(method, path, Scope.READ, call -> soon(of(call, operation, () -> doing.apply(call))));
    }

    private record Items(List<KeyBody> items) {}

    private record LogBody(
            String id,
            String time,
            Operation operation,
            String outcome,
            String actor,
            String address,
            String userAgent) {}

    private record LogItems(List<LogBody> items, String next) {}

    /** @param signature CURRENT, PREVIOUS, WRONG, or NOT_GIVEN */
    private record Verified(
            String key,
            boolean valid,
            ApiKey.Status status,
            String signature,
            boolean addressAllowed,
            List<String> scopes) {}

    private CompletionStage<Answer> make(Call call) {
        String nobodys = "account:" + call.caller().account();
        try {
            KeyRing.Made made = made(call);
            call.concerns("key:" + made.key());
            Answer answer = Answer.created(body(keys.find(made.key()).orElseThrow(), made.secret()));
            return soon(answer.replayed(made.replayed()));
        } catch (Problem refused) {
            log.add(nobodys, Operation.CREATE, refused.code().name(), KeyWatch.who(call));
            throw refused;
        }
    }

    private KeyRing.Made made(Call call) {
        Form form = call.form().knows(MAKE);
        form.texts("scopes");
        KeyForm asked = new KeyForm(form, listed);
        ApiKey.Terms terms = asked.terms(ApiKey.Terms.of(Set.of()), clock.millis());
        rights.handsOut(call.caller());
        rights.isNotAbove(call.caller(), terms.scopes());
        rights.hasRoom(call.caller());
        ApiKey.Algorithm algorithm = form.choice("algorithm", ApiKey.Algorithm.class, ApiKey.Algorithm.HMAC_SHA256);
        KeyRing.Draft draft = new KeyRing.Draft(
                call.caller().account(),
                asked.label(""),
                terms,
                algorithm,
                publicKey(form, algorithm),
                KeyWatch.who(call));
        Origin origin = call.origin();
        byte[] requestKey = requestKey(origin);
        return keys.make(
                draft,
                requestKey.length == 0 ? Optional.empty() : Optional.of(requestKey),
                ByteBuffer.allocate(Long.BYTES).putLong(origin.bodyHash()).array());
    }

    private static String publicKey(Form form, ApiKey.Algorithm algorithm) {
        if (algorithm == ApiKey.Algorithm.ED25519) {
            String text = form.text("publicKey");
            String rule = "must be a public key of Ed25519 in base64, its 32 bytes or its X.509 form";
            return Signatures.ed25519Key(text)
                    .orElseThrow(() -> Problem.at("publicKey", ProblemCode.INVALID_VALUE, rule, text));
        }
        if (form.has("publicKey")) {
            throw Problem.at("publicKey", ProblemCode.INVALID_VALUE, "publicKey is for ED25519: a secret is made here");
        }
        return "";
    }

    private static byte[] requestKey(Origin origin) {
        if (!origin.hasKey()) return new byte[0];
        return ByteBuffer.allocate(20)
                .putInt(origin.actor())
                .putLong(origin.keyHigh())
                .putLong(origin.keyLow())
                .array();
    }

    private Answer list(Call call) {
        List<KeyBody> items =
                rights.own(call.caller()).stream().map(key -> body(key, "")).toList();
        log.add("account:" + call.caller().account(), Operation.LIST, KeyLog.DONE, KeyWatch.who(call));
        return Answer.ok(new Items(items));
    }

    private Answer change(Call call) {
        ApiKey key = changeable(call);
        Form form = call.form().knows(CHANGE);
        KeyForm asked = new KeyForm(form, listed);
        ApiKey.Terms terms = asked.terms(key.terms(), clock.millis());
        rights.isNotAbove(call.caller(), terms.scopes());
        ApiKey.Status status = asked.status(key.status());
        boolean staysAdministrator =
                status == ApiKey.Status.ACTIVE && terms.scopes().contains(Scope.ADMIN) && terms.expiresMillis() == 0;
        Supplier<ApiKey> change = () -> keys.change(key.id(), asked.label(key.label()), terms, status);
        return told(staysAdministrator ? change.get() : administrators.withoutKey(key, change));
    }

    private ApiKey changeable(Call call) {
        ApiKey key = own(call);
        rights.handsOut(call.caller());
        rights.isNotAbove(call.caller(), key.scopes());
        rights.isAlive(key);
        return key;
    }

    private Answer revoke(Call call) {
        ApiKey key = own(call);
        call.form().knows(Fields.NONE);
        if (!key.id().equals(call.caller().keyId())) rights.handsOut(call.caller());
        return told(administrators.withoutKey(
                key, () -> keys.change(key.id(), key.label(), key.terms(), ApiKey.Status.REVOKED)));
    }

    private Answer rotate(Call call) {
        ApiKey key = changeable(call);
        Form form = call.form().knows(ROTATE).notBoth("overlapSeconds", "oldUntil");
        String publicKey = publicKey(form, key.algorithm());
        KeyRing.Made made = keys.rotate(key.id(), publicKey, oldUntil(form), requestKey(call.origin()));
        return Answer.ok(body(keys.find(key.id()).orElseThrow(), made.secret())).replayed(made.replayed());
    }

    /** Without a word the old one ends at once. */
    private long oldUntil(Form form) {
        long nowMillis = clock.millis();
        if (!form.has("oldUntil")) {
            return nowMillis + form.integer("overlapSeconds", 0, MOST_OVERLAP_SECONDS, 0) * MILLIS_PER_SECOND;
        }
        long millis = Times.nanos("oldUntil", form.text("oldUntil")) / NANOS_PER_MILLI;
        if (millis < nowMillis || millis > nowMillis + MOST_OVERLAP_SECONDS * MILLIS_PER_SECOND) {
            String rule = "must be within the next 24 hours";
            throw Problem.at("oldUntil", ProblemCode.INVALID_VALUE, rule, form.text("oldUntil"));
        }
        return millis;
    }

    private Answer verify(Call call) {
        ApiKey key = own(call);
        Form form = call.form().knows(VERIFY);
        String signature =
                form.has("signature") ? signature(key, form.text("text"), form.text("signature")) : "NOT_GIVEN";
        String address = form.has("address") ? form.text("address") : call.address();
        boolean isAllowed = key.terms().addresses().holds(address);
        ApiKey.Status status = key.statusAt(clock.millis());
        boolean isValid = status == ApiKey.Status.ACTIVE && isAllowed && !signature.equals("WRONG");
        return Answer.ok(new Verified(
                key.id(),
                isValid,
                status,
                signature,
                isAllowed,
                key.scopes().stream().sorted().map(Scope::word).toList()));
    }

    private String signature(ApiKey key, String text, String signature) {
        if (key.current().fits(text, signature)) return "CURRENT";
        boolean isOld = clock.millis() < key.oldUntilMillis() && key.old().fits(text, signature);
        return isOld ? "PREVIOUS" : "WRONG";
    }

    private Answer entries(Call call) {
        ApiKey key = own(call);
        int limit = (int) call.whole("limit", 1, MOST_LIMIT).orElse(USUAL_LIMIT);
        long below = call.parameter("cursor").map(Cursors::place).orElse(Long.MAX_VALUE);
        List<KeyLog.Entry> entries = log.entries(key.id(), below, limit + 1);
        boolean hasMore = entries.size() > limit;
        List<KeyLog.Entry> shown = hasMore ? entries.subList(0, limit) : entries;
        String next = hasMore ? Cursors.text(shown.get(limit - 1).number()) : null;
        return Answer.ok(new LogItems(shown.stream().map(KeyRoutes::body).toList(), next));
    }

    private static LogBody body(KeyLog.Entry entry) {
        return new LogBody(
                Long.toString(entry.number()),
                KeyBody.time(entry.atMillis()),
                entry.operation(),
                entry.outcome(),
                entry.who().actor(),
                entry.who().address(),
                entry.who().userAgent());
    }

    /** Of a key that there is, whoever's it is: his log tells of the attempt. */
    private Answer of(Call call, Operation operation, Supplier<Answer> doing) {
        String outcome = ProblemCode.INTERNAL_ERROR.name();
        try {
            Answer answer = doing.get();
            outcome = KeyLog.DONE;
            return answer;
        } catch (Problem refused) {
            outcome = refused.code().name();
            throw refused;
        } finally {
            String id = call.part("id");
            if (keys.find(id).isPresent()) log.add(id, operation, outcome, KeyWatch.who(call));
        }
    }

    private ApiKey own(Call call) {
        return rights.own(call.caller(), call.part("id"));
    }

    private Answer told(ApiKey key) {
        return Answer.ok(body(key, ""));
    }

    private KeyBody body(ApiKey key, String secret) {
        return KeyBody.of(key, secret, usage.count(key.id()), clock.millis());
    }

    private static CompletionStage<Answer> soon(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
