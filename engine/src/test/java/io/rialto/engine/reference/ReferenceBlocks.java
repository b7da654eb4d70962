package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.ControlCommand.*;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who is suspended or killed, and the cancels of many that follow. */
final class ReferenceBlocks {
    private static final int FIRM = 1, ACCOUNT = 2, TRADER = 3, KEY = 4, SYMBOL = 5;
    private static final int LAST_CANCEL = ReferenceMatching.MAX_EVENTS - 8;

    private record Whom(int scope, int target) {}

    private record Job(int account, Reason reason, Predicate<ReferenceOrder> isMeant) {}

    private final ReferenceMatching matching;
    private final Set<Whom> suspended = new HashSet<>();
    private final Set<Whom> killed = new HashSet<>();
    private final List<Job> jobs = new ArrayList<>();
    final Map<Integer, Integer> firms = new HashMap<>();

    ReferenceBlocks(ReferenceMatching matching) {
        this.matching = matching;
    }

    /** Symbol, firm, account, trader, key. */
    void check(int account, int instrument) {
        int firm = firms.get(account);
        refuseIf(killed.contains(new Whom(SYMBOL, instrument)), SYMBOL_KILLED);
        refuseIf(killed.contains(new Whom(FIRM, firm)), FIRM_KILLED);
        refuseIf(suspended.contains(new Whom(FIRM, firm)), FIRM_SUSPENDED);
        refuseIf(killed.contains(new Whom(ACCOUNT, account)), ACCOUNT_KILLED);
        refuseIf(suspended.contains(new Whom(ACCOUNT, account)), ACCOUNT_SUSPENDED);
        refuseIf(killed.contains(new Whom(TRADER, matching.caller.trader())), TRADER_KILLED);
        refuseIf(killed.contains(new Whom(KEY, matching.caller.key())), KEY_KILLED);
    }

    boolean isSymbolKilled(int instrument) {
        return killed.contains(new Whom(SYMBOL, instrument));
    }

    /** Whether there is somebody, or something, of this kind and number. */
    private void checkTarget(int scope, int target) {
        refuseIf(!isIn(FIRM, scope, SYMBOL), INVALID_COMBINATION);
        refuseIf(scope == ACCOUNT && !firms.containsKey(target), UNKNOWN_ACCOUNT);
        refuseIf(scope == SYMBOL && !isIn(1, target, matching.instrumentCount), UNKNOWN_INSTRUMENT);
        refuseIf(scope == FIRM && target <= 0 || target == 0, INVALID_COMBINATION);
    }

    void suspend(Suspend asked) {
        refuseIf(!isIn(FIRM, asked.scope(), ACCOUNT), INVALID_COMBINATION);
        checkTarget(asked.scope(), asked.target());
        refuseIf(!isIn(0, asked.cancelOpenOrders(), 1), INVALID_COMBINATION);
        refuseIf(!suspended.add(new Whom(asked.scope(), asked.target())), WOULD_CHANGE_NOTHING);
        tell("Suspended", asked.scope(), asked.target());
        if (asked.cancelOpenOrders() == 1) cancel(SUSPENDED, asked.scope(), asked.target());
    }

    void resume(Resume asked) {
        refuseIf(!isIn(FIRM, asked.scope(), ACCOUNT), INVALID_COMBINATION);
        checkTarget(asked.scope(), asked.target());
        refuseIf(!suspended.remove(new Whom(asked.scope(), asked.target())), WOULD_CHANGE_NOTHING);
        tell("Resumed", asked.scope(), asked.target());
    }

    void kill(Kill asked) {
        checkTarget(asked.scope(), asked.target());
        refuseIf(!killed.add(new Whom(asked.scope(), asked.target())), WOULD_CHANGE_NOTHING);
        tell("Killed", asked.scope(), asked.target());
        cancel(KILLED, asked.scope(), asked.target());
    }

    void checkUnblock(int scope, int target) {
        checkTarget(scope, target);
        refuseIf(!killed.contains(new Whom(scope, target)), WOULD_CHANGE_NOTHING);
    }

    void unblock(int scope, int target) {
        killed.remove(new Whom(scope, target));
        tell("Unblocked", scope, target);
    }

    private void tell(String event, int scope, int target) {
        matching.events.add(event, target, BlockScope.get((short) scope));
    }

    private void cancel(Reason reason, int scope, int target) {
        add(scope == ACCOUNT ? target : 0, reason, order -> switch (scope) {
            case FIRM -> firms.get(order.account) == target;
            case ACCOUNT -> order.account == target;
            case TRADER -> order.by.trader() == target;
            case KEY -> order.by.key() == target;
            default -> order.instrument.number == target;
        });
    }

    /** Account and instrument are known or 0. */
    void cancelOrders(CancelOrders asked) {
        long least = asked.lowestTicks();
        long most = asked.highestTicks() == Command.NULL ? Long.MAX_VALUE : asked.highestTicks();
        boolean hasPrices = least != Command.NULL || most != Long.MAX_VALUE;
        refuseIf(asked.side() != 255 && !isIn(1, asked.side(), 2), INVALID_COMBINATION);
        refuseIf(least > most || hasPrices && asked.instrument() == 0, INVALID_COMBINATION);
        add(
                asked.account(),
                MASS_CANCEL,
                order -> (asked.account() == 0 || order.account == asked.account())
                        && (asked.instrument() == 0 || order.instrument.number == asked.instrument())
                        && (asked.side() == 255 || order.side.value() == asked.side())
                        && isIn(least, order.priceTicks, most));
    }

    /** @param account for the event, 0 when it is of several */
    void add(int account, Reason reason, Predicate<ReferenceOrder> isMeant) {
        jobs.add(new Job(account, reason, isMeant));
    }

    boolean isPending() {
        return !jobs.isEmpty();
    }

    boolean hasRoom() {
        return matching.events.size() < LAST_CANCEL;
    }

    /** False when a frame has no room for all: the rest follows in the next one. */
    boolean areAllDone() {
        while (!jobs.isEmpty()) {
            if (!hasRoom()) return false;
            Job job = jobs.get(0);
            int cancelled = 0;
            List<ReferenceOrder> meant = meant(job);
            while (!meant.isEmpty() && hasRoom()) {
                matching.end("OrderCancelled", meant.get(0), job.reason);
                cancelled++;
                meant = meant(job);
            }
            matching.events.add("MassCancelled", job.account, cancelled, meant.size());
            if (!meant.isEmpty()) return false;
            jobs.remove(0);
        }
        return true;
    }

    private List<ReferenceOrder> meant(Job job) {
        List<ReferenceOrder> meant = new ArrayList<>(matching.open());
        meant.removeIf(job.isMeant.negate());
        meant.sort(Comparator.comparingInt((ReferenceOrder order) -> order.account)
                .thenComparingLong(order -> order.number));
        return meant;
    }
}
