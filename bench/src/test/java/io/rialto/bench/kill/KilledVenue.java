package io.rialto.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.bench.venue.VenueClient;
import io.rialto.bench.venue.VenueProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A venue on one directory that is started and killed again and again, and the accounts that trade on it. */
final class KilledVenue implements AutoCloseable {
    static final String SYMBOL = "KIL-TST";
    static final int ACCOUNTS = 3;
    private static final String[] ASSETS = {"KIL", "TST"};
    private static final String FUNDS = "1000000.00";
    private static final long READY_SECONDS = 300;
    /** A machine that has other things to do is no fault. */
    private static final String PATIENT = """
            access.window = 60000
            http.answer-timeout = 60000
            http.read-timeout = 60000
            """;

    private final Path data;
    private final String durability;
    private final List<Account> accounts = new ArrayList<>();
    private VenueProcess process;

    /** An account's number and the key that trades for it. */
    record Account(String id, String key, String secret) {}

    KilledVenue(Path data, String durability) throws IOException {
        this.data = data;
        this.durability = durability;
        Files.writeString(data.resolve("kill.conf"), PATIENT);
    }

    void start() {
        launch();
        process.awaitReady(READY_SECONDS);
    }

    private void launch() {
        String config = data.resolve("kill.conf").toString();
        process = VenueProcess.start(data, "--durability", durability, "--config", config);
    }

    /** Starts and kills somewhere in start-up and recovery, then starts for good. */
    void startInterrupted(SplittableRandom random) {
        launch();
        pauseUpTo(random, 1_500);
        process.kill();
        start();
    }

    void kill() {
        process.kill();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        return process.output();
    }

    VenueClient administrator() {
        return process.administrator();
    }

    VenueClient client(int account) {
        Account who = accounts.get(account);
        return new VenueClient(process.awaitReady(1), who.key, who.secret);
    }

    List<Account> accounts() {
        return accounts;
    }

    void prepare() throws IOException {
        VenueClient admin = administrator();
        for (String asset : ASSETS) created(admin, "/api/v1/admin/assets", """
                {"code":"%s","scale":2}""".formatted(asset));
        created(admin, "/api/v1/admin/instruments", """
                {"symbol":"%s","base":"KIL","quote":"TST","tickSize":"0.01","lotSize":"1","minQuantity":"1",
                 "maxQuantity":"1000","minNotional":"0","makerFeeRate":"0.001","takerFeeRate":"0.002"}""".formatted(SYMBOL));
        for (int i = 0; i < ACCOUNTS; i++) accounts.add(openAccount(admin, i));
    }

    private static Account openAccount(VenueClient admin, int i) throws IOException {
        String id = created(admin, "/api/v1/admin/accounts", """
                {"name":"drill-%d"}""".formatted(i))
                .body()
                .get("id")
                .asText();
        VenueClient.Answer tier = admin.post("/api/v1/admin/accounts/" + id + "/tier", "{\"tier\":\"BROKER\"}");
        assertThat(tier.isOk()).as("%s", tier).isTrue();
        VenueClient.Answer key = created(admin, "/api/v1/admin/accounts/" + id + "/api-keys", """
                {"label":"drill","scopes":["read","trade"]}""");
        for (String asset : ASSETS) created(admin, "/api/v1/admin/deposits", """
                {"account":"%s","asset":"%s","amount":"%s"}""".formatted(id, asset, FUNDS));
        return new Account(
                id, key.body().get("key").asText(), key.body().get("secret").asText());
    }

    private static VenueClient.Answer created(VenueClient admin, String path, String body) throws IOException {
        VenueClient.Answer answer = admin.post(path, body);
        assertThat(answer.status()).as("%s %s %s", path, body, answer.body()).isEqualTo(201);
        return answer;
    }

    /** Waits for the process itself, at most as long as the random says: no fixed sleep. */
    void pauseUpTo(SplittableRandom random, int millis) {
        try {
            process.exit().get(random.nextInt(1, millis), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException stillAlive) {
            assertThat(process.isAlive()).isTrue();
        } catch (Exception ended) {
            throw new IllegalStateException(process.output(), ended);
        }
    }

    @Override
    public void close() {
        if (process != null) process.close();
    }
}
