package io.rialto.gateway.admin;

import io.rialto.feeds.listing.Account;
import io.rialto.gateway.access.ApiKey;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Choices;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.keys.KeyWatch;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.people.Administrators;
import io.rialto.gateway.people.Person;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Hand out API keys. A secret is shown once, to whoever asked for it under that idempotency key. */
public final class KeyRoutes implements RouteGroup {
    private static final Pattern LABELS = Pattern.compile("[^\\p{Cntrl}]{0,64}");
    private static final Fields MAKE_FIELDS =
            Fields.of(Field.text("label", LABELS).optional(), Field.texts("scopes"));
    private static final Fields MAKE_ADMINISTRATOR_FIELDS =
            Fields.of(Field.text("label", LABELS).optional());
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final KeyRing keys;
    private final Administrators administrators;
    private final Listed listed;
    private final Clock clock;

    public KeyRoutes(KeyRing keys, Administrators administrators, Listed listed, Clock clock) {
        this.keys = keys;
        this.administrators = administrators;
        this.clock = clock;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/accounts/{id}/api-keys", Scope.ADMIN, this::make)
                .says("Make an API key; its secret is shown once")
                .takes(MAKE_FIELDS)
                .answers(201, Made.class)
                .asksSecondFactor()
                .takesTwo();
        routes.read("/admin/accounts/{id}/api-keys", Scope.ADMIN, this::list)
                .says("The API keys of an account")
                .answers(200, Items.class);
        routes.read("/admin/api-keys/{id}", Scope.ADMIN, call -> Answer.ok(body(key(call))))
                .says("Anybody's key")
                .answers(200, KeyBody.class);
        routes.write("DELETE", "/admin/api-keys/{id}", Scope.ADMIN, this::revoke)
                .says("Revoke anybody's key for good, at once and everywhere; not the last administrator's")
                .answers(200, KeyBody.class);
        routes.read("/admin/administrators", Scope.ADMIN, call -> Answer.ok(administrators()))
                .says("Who may administer, by role and by key")
                .answers(200, AdministratorsBody.class);
        routes.write("POST", "/admin/administrators", Scope.ADMIN, this::makeAdministrator)
                .says("Make an administrator's key; its secret is shown once")
                .takes(MAKE_ADMINISTRATOR_FIELDS)
                .answers(201, Made.class)
                .asksSecondFactor()
                .takesTwo();
    }

    private record Made(String key, String secret, String account, String label, List<String> scopes, long sequence) {}

    /** @param account null of a key that is no account's, but the administrators' */
    private record KeyBody(
            int number,
            String key,
            String account,
            String label,
            List<String> scopes,
            ApiKey.Status status,
            String createdAt) {}

    /** @param status ACTIVE, or DISABLED */
    private record PersonBody(String id, String name, String account, String status) {}

    /** @param standing how many of them can come in now and later; the last one is not let go of */
    private record AdministratorsBody(List<PersonBody> people, List<KeyBody> keys, int standing) {}

    private record Items(String account, List<KeyBody> items, long sequence) {}

    private CompletionStage<Answer> make(Call call) {
        Account account = account(call);
        Form form = call.form().knows(MAKE_FIELDS);
        String label = form.has("label") ? form.text("label", LABELS, "must be at most 64 characters") : "";
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : form.texts("scopes")) scopes.add(scope(word));
        Origin origin = call.origin();
        KeyRing.Made made =
                keys.make(draft(account.number(), label, scopes, call), requestKey(origin), number(origin.bodyHash()));
        call.concerns("key:" + made.key());
        Made body = new Made(
                made.key(),
                made.secret(),
                Integer.toString(account.number()),
                label,
                words(scopes),
                account.sequence());
        return CompletableFuture.completedFuture(Answer.created(body).replayed(made.replayed()));
    }

    /** Another administrator: what takes two is proposed by one and approved by another. */
    private CompletionStage<Answer> makeAdministrator(Call call) {
        Form form = call.form().knows(MAKE_ADMINISTRATOR_FIELDS);
        String label = form.has("label") ? form.text("label", LABELS, "must be at most 64 characters") : "";
        Origin origin = call.origin();
        Set<Scope> scopes = EnumSet.of(Scope.READ, Scope.ADMIN);
        KeyRing.Made made = keys.make(draft(0, label, scopes, call), requestKey(origin), number(origin.bodyHash()));
        call.concerns("key:" + made.key());
        Made body = new Made(made.key(), made.secret(), null, label, words(scopes), 0);
        return CompletableFuture.completedFuture(Answer.created(body).replayed(made.replayed()));
    }

    private Answer list(Call call) {
        Account account = account(call);
        List<KeyBody> items =
                keys.keysOf(account.number()).stream().map(this::body).toList();
        return Answer.ok(new Items(Integer.toString(account.number()), items, account.sequence()));
    }

    private KeyBody body(ApiKey key) {
        return new KeyBody(
                key.number(),
                key.id(),
                key.account() == 0 ? null : Integer.toString(key.account()),
                key.label(),
                words(key.scopes()),
                key.statusAt(clock.millis()),
                Times.text(key.createdMillis() * NANOS_PER_MILLI));
    }

    /** Once more is no fault: it is revoked. */
    private CompletionStage<Answer> revoke(Call call) {
        ApiKey key = key(call);
        ApiKey revoked = administrators.withoutKey(key, () -> keys.revoke(key, KeyWatch.who(call)));
        return CompletableFuture.completedFuture(Answer.ok(body(revoked)));
    }

    private ApiKey key(Call call) {
        return keys.find(call.part("id"))
                .orElseThrow(() -> Problem.at("id", ProblemCode.UNKNOWN_API_KEY, "there is no such key"));
    }

    private AdministratorsBody administrators() {
        return new AdministratorsBody(
                administrators.people().stream().map(KeyRoutes::body).toList(),
                administrators.keys().stream().map(this::body).toList(),
                administrators.standing());
    }

    private static PersonBody body(Person person) {
        return new PersonBody(
                Integer.toString(person.number()),
                person.name(),
                person.account() == 0 ? null : Integer.toString(person.account()),
                person.isDisabled() ? "DISABLED" : "ACTIVE");
    }

    private static KeyRing.Draft draft(int account, String label, Set<Scope> scopes, Call call) {
        return new KeyRing.Draft(
                account, label, ApiKey.Terms.of(scopes), ApiKey.Algorithm.HMAC_SHA256, "", KeyWatch.who(call));
    }

    private Account account(Call call) {
        return listed.account("id", call.part("id"));
    }

    private static Scope scope(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        if (name.equals(word)) throw Problem.at("scopes", ProblemCode.INVALID_VALUE, "must be lower-case", word);
        return Choices.of("scopes", name, Scope.class);
    }

    private static List<String> words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).toList();
    }

    private static Optional<byte[]> requestKey(Origin origin) {
        if (!origin.hasKey()) return Optional.empty();
        return Optional.of(ByteBuffer.allocate(20)
                .putInt(origin.actor())
                .putLong(origin.keyHigh())
                .putLong(origin.keyLow())
                .array());
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
