package io.rialto.gateway.sockets;

import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.access.Caller;
import io.rialto.gateway.fanout.Reader;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Doorway;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.streams.StreamDesk;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: who is on it, what he asks, and what becomes of his orders when it is lost.
 *
 * <p>Asked by its own thread, one text after the other; answers come on others.
 */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final SecureRandom NUMBERS = new SecureRandom();
    private static final Map<String, String> FIELDS = Map.of(
            Authenticator.AUTHORIZATION, "token",
            Authenticator.KEY, "key",
            Authenticator.TIMESTAMP, "timestamp",
            Authenticator.NONCE, "nonce",
            Authenticator.SIGNATURE, "signature",
            Authenticator.WINDOW, "window");
    static final int MOST_GRACE_SECONDS = 86_400;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long AGAIN_MILLIS = 100;
    private static final int MOST_TRIES = 600;

    private final Authenticator authenticator;
    private final Gate gate;
    private final Operations operations;
    private final Ingress ingress;
    private final StreamDesk streams;
    private final Outbox outbox;
    private Sitting sitting = Sitting.NOBODY;
    private boolean isClosed;

    /**
     * Who is on it, since he signed.
     *
     * @param number by which orders know the connection that they came by
     */
    private record Sitting(Caller caller, int number, boolean isCancelledWhenLost, long graceNanos) {
        static final Sitting NOBODY = new Sitting(Caller.NOBODY, 0, false, 0);

        boolean isSomebody() {
            return number != 0;
        }
    }

    /** What the one who signed is told. */
    private record Signed(String account, int session, boolean cancelOnDisconnect, long graceSeconds) {}

    Connection(
            Authenticator authenticator,
            Gate gate,
            Operations operations,
            Ingress ingress,
            StreamDesk streams,
            Outbox outbox) {
        this.streams = streams;
        this.authenticator = authenticator;
        this.gate = gate;
        this.operations = operations;
        this.ingress = ingress;
        this.outbox = outbox;
    }

    void receive(String text) {
        Long id = null;
        try {
            Form form = form(text);
            id = form.has("id") ? form.integer("id", 0, Long.MAX_VALUE) : null;
            String op = form.text("op");
            if (StreamDesk.OPERATIONS.containsKey(op)) {
                stream(op, form, id);
                return;
            }
            known(form);
            Form data = form.has("data") ? form.form("data") : Form.read(new byte[0]);
            if (op.equals("auth")) sign(id, data);
            else if (op.equals("logout")) leave(id, data.knows());
            else ask(op, id, data, form.optionalText("idempotencyKey"));
        } catch (RuntimeException failure) {
            outbox.refuse(id, Doorway.told(failure, UUID.randomUUID()));
        }
    }

    private Form form(String text) {
        try {
            return Form.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (Problem unreadable) {
            gate.word();
            throw unreadable;
        }
    }

    private void known(Form form) {
        try {
            form.knows("op", "id", "idempotencyKey", "data");
        } catch (Problem strange) {
            gate.word();
            throw strange;
        }
    }

    private void stream(String op, Form form, Long id) {
        gate.word();
        streams.ask(op, form, id, this::reading, outbox.reader(), problem -> outbox.refuse(id, problem));
    }

    private Caller reading() {
        Sitting now;
        synchronized (this) {
            now = sitting;
        }
        if (now.isSomebody()) return authenticator.again(now.caller, gate.address());
        throw Problem.of(ProblemCode.MISSING_CREDENTIALS, "what is of an account is told to who said auth");
    }

    private void ask(String op, Long id, Form data, Optional<String> idempotencyKey) {
        long begunNanos = System.nanoTime();
        Sitting now = somebody();
        operations
                .begin(op, data, idempotencyKey, authenticator.again(now.caller, gate.address()), now.number, gate)
                .thenAccept(answer -> outbox.answer(op, id, answer, begunNanos));
    }

    private synchronized Sitting somebody() {
        if (sitting.isSomebody()) return sitting;
        gate.word();
        throw Problem.of(ProblemCode.MISSING_CREDENTIALS, "the first operation must be auth");
    }

    private void sign(Long id, Form data) {
        data.knows(SocketDoor.AUTH);
        synchronized (this) {
            if (sitting.isSomebody()) throw Problem.of(ProblemCode.FORBIDDEN, "the connection is signed");
        }
        Caller caller = gate.signed(() -> authenticator.caller(
                header -> header(data, header), "GET", SocketDoor.PATH, "", new byte[0], gate.address()));
        if (caller.account() <= 0) throw Problem.of(ProblemCode.FORBIDDEN, "the key belongs to no account");
        boolean isBack = data.has("session");
        int number =
                isBack ? (int) data.integer("session", 1, Integer.MAX_VALUE) : NUMBERS.nextInt(1, Integer.MAX_VALUE);
        boolean isCancelled = data.flag("cancelOnDisconnect", false);
        long grace = data.integer("graceSeconds", 0, MOST_GRACE_SECONDS, 0);
        Sitting next = new Sitting(caller, number, isCancelled, grace * NANOS_PER_SECOND);
        if (isBack) comeBack(id, next);
        else answer(id, sit(next));
    }

    private static String header(Form data, String header) {
        String value = data.optionalText(FIELDS.get(header)).orElse("");
        boolean isToken = header.equals(Authenticator.AUTHORIZATION) && !value.isEmpty();
        return isToken ? "Bearer " + value : value;
    }

    /** In time, so that the orders of then stay. */
    private void comeBack(Long id, Sitting next) {
        ingress.cancel(origin(next), SessionCommands.reconnected(next.caller.account(), next.number))
                .thenApply(outcome -> Answer.decided(outcome, frame -> sit(next)))
                .whenComplete((answer, failure) -> {
                    if (failure == null) answer(id, answer);
                    else outbox.refuse(id, Doorway.told(failure, UUID.randomUUID()));
                });
    }

    private void answer(Long id, Answer answer) {
        outbox.answer("auth", id, answer);
    }

    private synchronized Answer sit(Sitting next) {
        sitting = next;
        if (isClosed) lose(next, 1);
        return Answer.ok(new Signed(
                Integer.toString(next.caller.account()),
                next.number,
                next.isCancelledWhenLost,
                next.graceNanos / NANOS_PER_SECOND));
    }

    private void leave(Long id, Form nothing) {
        Sitting now = somebody();
        synchronized (this) {
            sitting = Sitting.NOBODY;
        }
        ingress.cancel(origin(now), SessionCommands.disconnected(now.caller.account(), now.number, 0, true))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(Map.of("sequence", frame.sequence()))))
                .whenComplete((answer, failure) -> {
                    if (failure == null) outbox.answer("logout", id, answer);
                    else outbox.refuse(id, Doorway.told(failure, UUID.randomUUID()));
                    outbox.close();
                });
    }

    /** Who came by a key that has ended has to go. */
    synchronized void leaveWithKey() {
        if (authenticator.hasEnded(sitting.caller)) outbox.close("the key has ended");
    }

    /** Who is told of his account by a session that has ended has to go. */
    void leaveWithSession() {
        Sitting now;
        synchronized (this) {
            now = sitting;
        }
        if (!now.caller.isPerson()) return;
        try {
            authenticator.again(now.caller, gate.address());
        } catch (Problem ended) {
            outbox.close("the session has ended");
        }
    }

    /** The venue is about to go. */
    void goesAway() {
        outbox.goesAway();
    }

    Reader reader() {
        return outbox.reader();
    }

    synchronized void closed() {
        isClosed = true;
        lose(sitting, 1);
        sitting = Sitting.NOBODY;
    }

    /** The venue has to hear of it: a full line is asked again. */
    private void lose(Sitting lost, int attempt) {
        if (!lost.isCancelledWhenLost) return;
        int account = lost.caller.account();
        ingress.cancel(origin(lost), SessionCommands.disconnected(account, lost.number, lost.graceNanos, false))
                .whenComplete((outcome, failure) -> {
                    if (failure == null) return;
                    if (attempt < MOST_TRIES && isPassing(failure)) {
                        CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                                .execute(() -> lose(lost, attempt + 1));
                    } else {
                        LOG.error("orders stay though their connection is lost account={}", account, failure);
                    }
                });
    }

    private static boolean isPassing(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof Problem problem
                && (problem.code() == ProblemCode.BUSY || problem.code() == ProblemCode.UNKNOWN_OUTCOME);
    }

    private static Origin origin(Sitting of) {
        return Origin.of(of.caller.actor(), Optional.empty(), 0, UUID.randomUUID())
                .with(of.caller.key())
                .behind(of.caller.person().number())
                .over(of.number);
    }
}
