package io.rialto.gateway.access;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All API keys, opened once at the start and held in memory, and the names of accounts. The one door to the control
 * store.
 *
 * <p>Thread-safe. Making a key is on disk before it is answered; looking one up never touches the disk.
 */
public final class KeyRing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
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

    /** A key without its secret. */
    public record Listed(int number, String key, int account, String label, Set<Scope> scopes, long createdMillis) {}

    private final ControlStore store;
    private final Sealing sealing;
    private final Clock clock;
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private KeyRing(ControlStore store, Sealing sealing, Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * Opens the key store in the venue's data directory; makes the master key on the first start.
     *
     * @throws IllegalStateException when the master key does not open what is stored
     */
    public static KeyRing open(Path data, Clock clock) throws IOException {
        Path store = data.resolve("control.db");
        Path master = data.resolve("master.key");
        if (Files.exists(store) && !Files.exists(master)) {
            throw new IOException("the key store is there but its master key is not: file=" + master);
        }
        Sealing sealing = new Sealing(OwnerFile.masterKey(master));
        if (OwnerFile.isOpenToOthers(master)) LOG.warn("master key is readable by others: file={}", master);
        OwnerFile.create(store);
        KeyRing ring = new KeyRing(ControlStore.open(store), sealing, clock);
        for (ControlStore.Row row : ring.store.keys()) ring.hold(row);
        return ring;
    }

    /** Writes the first administrator's key into an owner-only file, unless there is an administrator already. */
    public Optional<Path> bootstrap(Path file) throws IOException {
        if (keys.values().stream().anyMatch(key -> key.scopes().contains(Scope.ADMIN))) return Optional.empty();
        String id = letters(ID_LENGTH);
        String secret = letters(SECRET_LENGTH);
        String content = "{\"key\":\"" + id + "\",\"secret\":\"" + secret + "\"}\n";
        OwnerFile.write(file, content.getBytes(StandardCharsets.US_ASCII));
        keep(id, 0, "bootstrap", Set.of(Scope.READ, Scope.ADMIN), secret, null, null);
        return Optional.of(file);
    }

    /**
     * Makes a key, once for each request key: asked again, it answers the same.
     *
     * @param requestKey hash of actor and idempotency key, or empty
     */
    public synchronized Made make(
            int account, String label, Set<Scope> scopes, Optional<byte[]> requestKey, byte[] body) {
        Optional<ControlStore.Row> before = requestKey.flatMap(store::keyMadeBy);
        if (before.isPresent()) {
            ControlStore.Row row = before.get();
            if (!row.wasMadeBy(body)) {
                throw Problem.of(ProblemCode.REQUEST_KEY_REUSED, ProblemCode.REQUEST_KEY_REUSED.title());
            }
            return new Made(row.id(), new String(secretOf(row), StandardCharsets.US_ASCII), true);
        }
        String id = letters(ID_LENGTH);
        String secret = letters(SECRET_LENGTH);
        keep(id, account, label, scopes, secret, requestKey.orElse(null), body);
        return new Made(id, secret, false);
    }

    public List<Listed> listed(int account) {
        return store.keys().stream()
                .filter(row -> row.account() == account)
                .map(row -> new Listed(
                        row.number(), row.id(), row.account(), row.label(), row.scopes(), row.createdMillis()))
                .toList();
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

    /** The id of the key with that number. */
    public Optional<String> name(int number) {
        return keys.values().stream()
                .filter(key -> key.number() == number)
                .map(ApiKey::id)
                .findFirst();
    }

    Optional<ApiKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private void keep(
            String id, int account, String label, Set<Scope> scopes, String secret, byte[] requestKey, byte[] body) {
        byte[] sealed = sealing.seal(id, secret.getBytes(StandardCharsets.US_ASCII));
        ControlStore.Row row =
                new ControlStore.Row(0, id, account, label, scopes, sealed, clock.millis(), requestKey, body);
        hold(store.insert(row));
    }

    private void hold(ControlStore.Row row) {
        keys.put(
                row.id(),
                new ApiKey(
                        row.number(),
                        row.id(),
                        row.account(),
                        row.label(),
                        row.scopes(),
                        secretOf(row),
                        row.createdMillis()));
    }

    private byte[] secretOf(ControlStore.Row row) {
        return sealing.open(row.id(), row.sealed());
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) text.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        return text.toString();
    }

    @Override
    public void close() {
        store.close();
    }
}
