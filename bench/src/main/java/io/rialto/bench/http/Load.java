package io.rialto.bench.http;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Many clients on one schedule: each takes the next request that is due, and lateness counts from when it was due. With
 * rate 0 every client sends as soon as it has its answer.
 */
final class Load {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;

    /** Sends the n-th request on a connection and answers its status. */
    interface Sending {
        int send(Connection connection, int client, long index) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param achieved answers a second
     * @param failed answers other than 2xx, and broken connections
     */
    record Result(double achieved, long answers, long failed, Histogram micros) {}

    private final URI target;
    private final int clients;
    private final Sending sending;

    Load(URI target, int clients, Sending sending) {
        this.target = target;
        this.clients = clients;
        this.sending = sending;
    }

    Result run(long rate, double seconds) throws InterruptedException {
        List<Client> all = new ArrayList<>();
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        for (int i = 0; i < clients; i++) all.add(new Client(i, rate, start, end, next));
        for (Client client : all) client.start();
        for (Client client : all) client.join();
        double took = (System.nanoTime() - start) / 1e9;
        Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
        long failed = 0;
        for (Client client : all) {
            micros.add(client.micros);
            failed += client.failed;
        }
        return new Result(micros.getTotalCount() / took, micros.getTotalCount(), failed, micros);
    }

    private final class Client extends Thread {
        private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
        private final int number;
        private final double nanosBetween;
        private final long start;
        private final long end;
        private final AtomicLong next;
        private long failed;

        Client(int number, long rate, long start, long end, AtomicLong next) {
            super("client-" + number);
            this.number = number;
            this.nanosBetween = rate == 0 ? 0 : 1e9 / rate;
            this.start = start;
            this.end = end;
            this.next = next;
        }

        @Override
        public void run() {
            try (Connection connection = new Connection(target)) {
                for (long index = next.getAndIncrement(); ; index = next.getAndIncrement()) {
                    long due = nanosBetween == 0 ? System.nanoTime() : start + (long) (index * nanosBetween);
                    if (due >= end) return;
                    while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                    int status = sending.send(connection, number, index);
                    if (status / 100 != 2) failed++;
                    micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1_000));
                }
            } catch (IOException broken) {
                failed++;
            }
        }
    }
}
