package io.rialto.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process is killed with SIGKILL at random moments while clients trade over HTTP, also while it recovers.
 * Nothing that was acknowledged is lost, nothing is done twice, no answer changes, no money appears or vanishes.
 *
 * <p>Run one again with {@code -Dkill.seed=N}.
 */
class KillTest {
    private static final int UP_TO_MILLIS = 1_200;
    private static final int INTERRUPTED_EVERY = 3;

    @TempDir
    Path data;

    @Test
    void fifteenKillsLoseNothingAndDoubleNothing() throws Exception {
        drill(15, "journaled");
    }

    @Test
    @Tag("long")
    void twoHundredKillsLoseNothingAndDoubleNothing() throws Exception {
        drill(200, "durable");
    }

    /** The control: a venue that goes back to an older copy of its data has lost something, and the audit says so. */
    @Test
    void aVenueThatForgetsIsFoundOut(@TempDir Path copy) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        List<Trader> traders = List.of(new Trader(1, 0), new Trader(2, 1), new Trader(3, 2));
        try (KilledVenue venue = new KilledVenue(data, "journaled")) {
            venue.start();
            venue.prepare();
            venue.kill();
            Copies.replace(copy, data);
            venue.start();
            for (Trader trader : traders) {
                trader.connect(venue.client(trader.account()));
                trader.trade(10);
            }
            venue.kill();
            assertThat(acked(traders)).isPositive();
            Copies.replace(data, copy);
            venue.start();
            assertThatThrownBy(() -> audit(venue, traders, random)).isInstanceOf(AssertionError.class);
        }
    }

    private void drill(int kills, String durability) throws Exception {
        long seed = Long.getLong("kill.seed", System.nanoTime());
        System.out.println("kill drill: seed=" + seed + " kills=" + kills);
        SplittableRandom random = new SplittableRandom(seed);
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < KilledVenue.ACCOUNTS; i++) traders.add(new Trader(random.nextLong(), i));
        try (KilledVenue venue = new KilledVenue(data, durability)) {
            venue.start();
            venue.prepare();
            // On a busy machine little is answered between two kills: then there are more of them, but not for ever.
            for (int kill = 1; kill <= kills || kill <= 3 * kills && acked(traders) <= kills * 20L; kill++) {
                tradeUntilKilled(venue, traders, random);
                if (kill % INTERRUPTED_EVERY == 0) venue.startInterrupted(random);
                else venue.start();
                audit(venue, traders, random);
                System.out.println("kill " + kill + " of " + kills + ": " + acked(traders) + " answers hold");
            }
        } catch (Throwable failed) {
            throw new AssertionError("kill drill failed, seed=" + seed, failed);
        }
        assertThat(acked(traders)).isGreaterThan(kills * 20L);
    }

    private static void tradeUntilKilled(KilledVenue venue, List<Trader> traders, SplittableRandom random)
            throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Trader trader : traders) {
            trader.connect(venue.client(trader.account()));
            Thread thread = new Thread(trader, "trader-" + trader.account());
            thread.start();
            threads.add(thread);
        }
        venue.pauseUpTo(random, UP_TO_MILLIS);
        venue.kill();
        for (Thread thread : threads) thread.join();
    }

    private static void audit(KilledVenue venue, List<Trader> traders, SplittableRandom random) throws IOException {
        Audit audit = new Audit(venue);
        for (Trader trader : traders) {
            trader.connect(venue.client(trader.account()));
            audit.settleUnknown(trader);
            audit.nothingIsLostOrDoubled(trader);
            audit.answersAreUnchanged(trader, random);
        }
        audit.moneyIsConserved();
        assertThat(venue.isAlive()).as(venue.output()).isTrue();
    }

    private static long acked(List<Trader> traders) {
        return traders.stream()
                .flatMap(trader -> trader.intents().stream())
                .filter(Intent::isAcked)
                .count();
    }
}
