package io.rialto.gateway.audit;

import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.audit.Inspection.Verdict;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.intrusion.Lookout;
import io.rialto.gateway.people.People;
import io.rialto.gateway.security.ClientNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit list at work: every sensitive change is in it before it is done, and its outcome before that is told; who came in, and who
 * was turned away, follows.
 *
 * <p>Thread-safe. Changes are written by the request's own thread, and refused when that fails. What may be many is written by a
 * thread of its own, bounded by an {@link Allowance}, and lost with a count when the database is away. On opening the whole list is
 * looked through, on a thread of its own.
 */
public final class AuditTrail implements Route.Trail, Lookout.Sink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String ADDRESS = "address:";
    private static final String HEAD = "audit.head";
    private static final int MOST_WAITING = 1_000;
    private static final long ROUND_MILLIS = 1_000;
    private static final long SETTLE_MILLIS = 5_000;

    private final AuditLog log;
    private final Inspection inspection;
    private final Path headFile;
    private final Head headBefore;
    private final Clock clock;
    private final Allowance allowance = new Allowance();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "audit");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Verdict verdict = new Verdict(0, Head.NONE, "");
    private volatile boolean isClosed;
    private Head headWritten;

    private AuditTrail(Path data, ControlDatabase control, Sealing sealing, Clock clock) throws IOException {
        Chain chain = new Chain(sealing);
        this.log = new AuditLog(control, chain);
        this.inspection = new Inspection(log, chain);
        this.headFile = data.resolve(HEAD);
        this.headBefore = Head.read(headFile);
        this.headWritten = headBefore;
        this.clock = clock;
    }

    /** @throws IOException when the file with the newest entry cannot be read */
    public static AuditTrail open(Path data, ControlDatabase control, Sealing sealing, Clock clock) throws IOException {
        AuditTrail trail = new AuditTrail(data, control, sealing, clock);
        Thread inspecting = new Thread(trail::inspectAtStart, "audit-inspection");
        inspecting.setDaemon(true);
        inspecting.start();
        trail.writer.scheduleWithFixedDelay(trail::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
        return trail;
    }

    private void inspectAtStart() {
        try {
            inspect();
        } catch (RuntimeException unreadable) {
            if (!isClosed) LOG.warn("the audit list could not be looked through cause={}", unreadable.toString());
        }
    }

    /** Looks through all of it. */
    synchronized Verdict inspect() {
        Verdict found = inspection.run(List.of(headBefore, log.newest()), () -> !isClosed);
        if (isClosed) return found;
        if (found.isWhole())
            LOG.info(
                    "audit list is whole entries={} hash={}",
                    found.entries(),
                    found.newest().hash());
        else LOG.error("audit list was tampered with fault={}", found.fault());
        verdict = found;
        return found;
    }

    /** What was wrong when it was looked through last, in words; empty for nothing. */
    public String fault() {
        return verdict.fault();
    }

    /** To read it. */
    public RouteGroup routes(KeyRing keys, People people) {
        return new AuditRoutes(this, log, keys, people);
    }

    @Override
    public Route.Trace of(Route route, Call call) {
        return Traces.of(this, route, call);
    }

    long nowMillis() {
        return clock.millis();
    }

    /** On disk when it returns. */
    Entry keep(Entry entry) {
        return log.append(entry);
    }

    /** Something of which there may be more than ought to be kept. Never waits, never fails. */
    void note(Entry entry) {
        String who = ClientNetwork.of(entry.address());
        if (!allowance.takes(who, clock.millis())) return;
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            allowance.suppress(who);
            return;
        }
        try {
            writer.execute(() -> write(entry, who));
        } catch (RejectedExecutionException closed) {
            LOG.warn("audit entry came after the end kind={} code={}", entry.kind(), entry.code());
        }
    }

    /** Something that was done though it could not be written down. */
    void miss(String address) {
        allowance.suppress(ClientNetwork.of(address));
    }

    private void write(Entry entry, String who) {
        try {
            log.append(entry);
        } catch (RuntimeException away) {
            allowance.suppress(who);
            LOG.warn("audit entry is only counted kind={} cause={}", entry.kind(), away.toString());
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Somebody is shut out. @param who an address or an account, as bans name them */
    public void banned(String who, String how) {
        String address = who.startsWith(ADDRESS) ? who.substring(ADDRESS.length()) : "";
        note(Entry.of(Entry.Kind.BAN, address, who + " " + how, 1, clock.millis()));
    }

    @Override
    public void attacked(String what, Route route, Call call) {
        note(Entry.of(Entry.Kind.ATTACK, route, call, "", clock.millis()).answered(0, "", 0, what));
    }

    @Override
    public void attacked(String what, String path, String address, String correlation) {
        note(Entry.ofAddress(path, address, correlation, what, clock.millis()));
    }

    private void round() {
        try {
            tellBeyond(false);
            writeHead();
        } catch (RuntimeException | IOException later) {
            LOG.warn("the audit list is looked after in the next round cause={}", later.toString());
        }
    }

    private void tellBeyond(boolean isEnd) {
        for (Allowance.Beyond each : allowance.over(clock.millis(), isEnd)) {
            log.append(Entry.of(Entry.Kind.SUPPRESSED, each.address(), "", each.times(), clock.millis()));
        }
    }

    private void writeHead() throws IOException {
        Head newest = log.newest();
        if (newest.number() <= headWritten.number()) return;
        newest.write(headFile);
        headWritten = newest;
    }

    /** Returns when all that was noted before is written. */
    void settle() {
        try {
            writer.submit(this::round).get(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException late) {
            LOG.warn("the audit list is read before all is written cause={}", late.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        writer.execute(() -> {
            try {
                tellBeyond(true);
                writeHead();
            } catch (RuntimeException | IOException lost) {
                LOG.warn("the audit list's last entries are not remembered cause={}", lost.toString());
            }
        });
        writer.shutdown();
        try {
            if (!writer.awaitTermination(SETTLE_MILLIS, TimeUnit.MILLISECONDS)) LOG.warn("audit entries are lost");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
