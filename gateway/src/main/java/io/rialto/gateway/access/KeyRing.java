package io.rialto.gateway.access;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.KeyLog;
import io.rialto.gateway.control.OwnerFile;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * All API keys, opened once at the start and held in memory, and the names of accounts. The one door to the control
 * store.
 *
 * <p>Thread-safe. Making a key is on disk before it is answered; looking one up never touches the disk.
 */
public final class KeyRing {
    private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 20;
    private static final int SECRET_LENGTH = 52;

    /** A new key as it is shown once. */
    public record Made(String key, String secret, boolean replayed) {
        @Override
        public String toString() {
            return "Made[" + key + "]";
        }
    }

    /**
     * What is asked for.
     *
     * @param publicKey 32 bytes in base64; empty for a key that gets a secret
     * @param by who makes it: no key is made without an entry in its log
     */
    public record Draft(
            int account,
            String label,
            ApiKey.Terms terms,
            ApiKey.Algorithm algorithm,
            String publicKey,
            KeyLog.Who by) {}

    /** Counts what keys are used for. Never waits. */
    public interface Usage {
        Usage NOT_COUNTED = new Usage() {
            @Override
            public void used(String id) {}

            @Override
            public void failed(String id) {}
        };

        void used(String id);

        void failed(String id);
    }

    private final ControlStore store;
    private final KeyLog log;
    private final Sealing sealing;
    private final Clock clock;
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Set<Integer> shut = Set.of();
    private volatile Usage usage = Usage.NOT_COUNTED;

    private KeyRing(ControlStore store, KeyLog log, Sealing sealing, Clock clock) {
        this.store = store;
        this.log = log;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * Opens all keys.
     *
     * @throws IllegalStateException when the master key does not open what is stored
     */
    public static KeyRing open(ControlDatabase control, Sealing sealing, Clock clock) {
        KeyRing ring = new KeyRing(new ControlStore(control), new KeyLog(control, clock), sealing, clock);
        ring.sealAgain();
        ring.refresh();
        return ring;
    }

    /** What was sealed in an older way; and the master key is tried on one that was not. */
    private void sealAgain() {
        boolean isTried = false;
        for (ControlStore.Row row : store.keys()) {
            byte[] sealed = row.signer().sealed();
            if (sealed.length == 0) continue;
            if (Sealing.isOld(sealed)) {
                byte[] again = sealing.seal(row.id(), sealing.open(row.id(), sealed));
                store.update(row.signedBy(
                        new ControlStore.Signer(again, ""), row.old(), row.oldUntilMillis(), row.rotatedBy()));
            } else if (!isTried) {
                sealing.open(row.id(), sealed);
            }
            isTried = true;
        }
    }

    /** Takes up what was changed in the control database, by whichever gateway: keys, and who may not come in. */
    public synchronized void refresh() {
        shut = store.shutAccounts();
        for (ControlStore.Row row : store.keys()) hold(row);
    }

    /** Called when a key may sign no more, on the thread that ended it. */
    public void whenEnded(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether that key signs at this moment. */
    public boolean isActive(String id) {
        ApiKey key = keys.get(id);
        return key != null && !isShut(key) && key.statusAt(clock.millis()) == ApiKey.Status.ACTIVE;
    }

    /** Whether its owner was disabled: it signs nothing until he is enabled again. */
    boolean isShut(ApiKey key) {
        return shut.contains(key.account());
    }

    /** In force with the next request, and for good; its log says by whom. */
    public synchronized ApiKey revoke(ApiKey key, KeyLog.Who by) {
        ApiKey revoked = change(key.id(), key.label(), key.terms(), ApiKey.Status.REVOKED);
        log.add(key.id(), KeyLog.Operation.REVOKE, KeyLog.DONE, by);
        return revoked;
    }

    /** Tells the listeners to look: time may have ended a key, or another gateway. */
    public void tellEnded() {
        listeners.forEach(Runnable::run);
    }

    public void countedBy(Usage counting) {
        usage = counting;
    }

    public Usage usage() {
        return usage;
    }

    /** Writes the first administrator's key into an owner-only file, unless there is an administrator already. */
    public Optional<Path> bootstrap(Path file) throws IOException {
        if (keys.values().stream().anyMatch(key -> key.scopes().contains(Scope.ADMIN))) return Optional.empty();
        String id = letters(ID_LENGTH);
        String secret = letters(SECRET_LENGTH);
        String content = "{\"key\":\"" + id + "\",\"secret\":\"" + secret + "\"}\n";
        OwnerFile.write(file, content.getBytes(StandardCharsets.US_ASCII));
        ApiKey.Terms terms = ApiKey.Terms.of(Set.of(Scope.READ, Scope.ADMIN));
        keep(
                id,
                new Draft(0, "bootstrap", terms, ApiKey.Algorithm.HMAC_SHA256, "", KeyLog.Who.VENUE),
                secret,
                null,
                null);
        return Optional.of(file);
    }

    /**
     * Makes a key, once for each request key: asked again, it answers the same.
     *
     * @param requestKey hash of actor and idempotency key, or empty
     */
    public synchronized Made make(Draft draft, Optional<byte[]> requestKey, byte[] body) {
        Optional<ControlStore.Row> before = requestKey.flatMap(store::keyMadeBy);
        if (before.isPresent()) {
            ControlStore.Row row = before.get();
            if (!row.wasMadeBy(body)) {
                throw Problem.of(ProblemCode.REQUEST_KEY_REUSED, ProblemCode.REQUEST_KEY_REUSED.title());
            }
            boolean isRotated = row.rotatedBy() != null;
            return new Made(row.id(), isRotated ? "" : secretOf(row), true);
        }
        String id = letters(ID_LENGTH);
        String secret = draft.publicKey().isEmpty() ? letters(SECRET_LENGTH) : "";
        keep(id, draft, secret, requestKey.orElse(null), body);
        return new Made(id, secret, false);
    }

    /** Changes what may change; in force with the next request. */
    public synchronized ApiKey change(String id, String label, ApiKey.Terms terms, ApiKey.Status status) {
        ControlStore.Row changed = row(id).changed(label, terms, status);
        store.update(changed);
        hold(changed);
        if (!isActive(id)) tellEnded();
        return keys.get(id);
    }

    /**
     * Gives a key another secret, or another public key, and leaves it the one that it had for a while.
     *
     * @param publicKey empty for a key that gets a secret
     * @param requestKey asked again with the same one, it answers the same; empty without one
     */
    public synchronized Made rotate(String id, String publicKey, long oldUntilMillis, byte[] requestKey) {
        ControlStore.Row row = row(id);
        if (requestKey.length > 0 && Arrays.equals(requestKey, row.rotatedBy())) {
            return new Made(id, secretOf(row), true);
        }
        String secret = publicKey.isEmpty() ? letters(SECRET_LENGTH) : "";
        ControlStore.Row rotated =
                row.signedBy(signer(id, secret, publicKey), row.signer(), oldUntilMillis, requestKey);
        store.update(rotated);
        hold(rotated);
        return new Made(id, secret, false);
    }

    /** Of one account, in the order in which they were made; 0 for the administrators'. */
    public List<ApiKey> keysOf(int account) {
        return keys.values().stream()
                .filter(key -> key.account() == account)
                .sorted(Comparator.comparingInt(ApiKey::number))
                .toList();
    }

    /** All that have a scope, whoever's they are, in the order in which they were made. */
    public List<ApiKey> having(Scope scope) {
        return keys.values().stream()
                .filter(key -> key.scopes().contains(scope))
                .sorted(Comparator.comparingInt(ApiKey::number))
                .toList();
    }

    /** Empty for an id that is none. */
    public Optional<ApiKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    public void nameAccount(int account, String name) {
        store.nameAccount(account, name);
    }

    /** The number by which history knows a firm; a name that is new gets the next. */
    public synchronized int firmNumber(String name) {
        return store.firmNumber(name);
    }

    public Map<Integer, String> firmNames() {
        return store.firmNames();
    }

    public Map<Integer, String> accountNames() {
        return store.accountNames();
    }

    /** Bytes that follow from the name, and that nobody outside of this venue can foretell. */
    public byte[] derive(byte[] name) {
        return sealing.derive(name);
    }

    /** The number by which history knows a key; empty for an id that is none. */
    public OptionalInt number(String id) {
        ApiKey key = keys.get(id);
        return key == null ? OptionalInt.empty() : OptionalInt.of(key.number());
    }

    /** Those whose keys may administer, as history knows them; a revoked one counts on, so that nobody is alone by revoking. */
    public Set<Integer> administrators() {
        return keys.values().stream()
                .map(ApiKey::caller)
                .filter(caller -> caller.may(Scope.ADMIN))
                .map(Caller::actor)
                .collect(Collectors.toSet());
    }

    /** The id of the key with that number. */
    public Optional<String> name(int number) {
        return keys.values().stream()
                .filter(key -> key.number() == number)
                .map(ApiKey::id)
                .findFirst();
    }

    private void keep(String id, Draft draft, String secret, byte[] requestKey, byte[] body) {
        ControlStore.Row row = new ControlStore.Row(
                0,
                id,
                draft.account(),
                draft.label(),
                draft.terms(),
                draft.algorithm(),
                ApiKey.Status.ACTIVE,
                signer(id, secret, draft.publicKey()),
                ControlStore.Signer.NONE,
                0,
                clock.millis(),
                requestKey,
                body,
                null,
                0);
        hold(store.insert(row, handle -> log.add(handle, id, KeyLog.Operation.CREATE, KeyLog.DONE, draft.by())));
    }

    private ControlStore.Signer signer(String id, String secret, String publicKey) {
        if (!publicKey.isEmpty()) return new ControlStore.Signer(new byte[0], publicKey);
        return new ControlStore.Signer(sealing.seal(id, secret.getBytes(StandardCharsets.US_ASCII)), "");
    }

    /** What did not change keeps its opened secret. */
    private void hold(ControlStore.Row row) {
        ApiKey held = keys.get(row.id());
        if (held != null && held.version() == row.version()) return;
        keys.put(
                row.id(),
                new ApiKey(
                        row.number(),
                        row.id(),
                        row.account(),
                        row.label(),
                        row.terms(),
                        row.algorithm(),
                        row.status(),
                        signing(row.id(), row.signer()),
                        signing(row.id(), row.old()),
                        row.oldUntilMillis(),
                        row.createdMillis(),
                        row.version()));
    }

    private ApiKey.Signing signing(String id, ControlStore.Signer signer) {
        if (signer.isNone()) return ApiKey.Signing.NOTHING;
        if (!signer.publicKey().isEmpty()) return Signatures.ed25519(signer.publicKey());
        return Signatures.hmac(() -> sealing.open(id, signer.sealed()));
    }

    private ControlStore.Row row(String id) {
        return store.key(id).orElseThrow(() -> new IllegalStateException("a key must be kept: key=" + id));
    }

    private String secretOf(ControlStore.Row row) {
        byte[] sealed = row.signer().sealed();
        return sealed.length == 0 ? "" : new String(sealing.open(row.id(), sealed), StandardCharsets.US_ASCII);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) text.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        return text.toString();
    }
}
