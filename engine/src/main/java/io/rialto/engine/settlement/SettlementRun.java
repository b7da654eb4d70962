package io.rialto.engine.settlement;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.calendar.Calendars;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.pricing.Proportion;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.function.LongConsumer;

/**
 * A settlement cycle: of one instrument after another, what is due is netted, reserved at every member, and then delivered
 * against payment, over as many frames as it takes. Nothing else is decided until it is done.
 *
 * <p>Both legs of an obligation move in one proportion: of who can deliver only a part, that part. Where that lets the
 * clearing account pay more than it is paid, the difference is still owed to it, and held.
 *
 * <p>Money in minor units. Threading: the core's thread only.
 */
final class SettlementRun implements Consequence {
    private static final int LAST_STEP = FrameLayout.MAX_EVENTS - 8;
    private static final int NETTING = 0;
    private static final int RESERVING = 1;
    private static final int SETTLING = 2;

    private final Instruments instruments;
    private final Balances balances;
    private final Treasury treasury;
    private final Obligations obligations;
    private final Novations novations;
    private final NettingSet set;
    private final SettlementEvents events = new SettlementEvents();
    private boolean isRunning;
    private int day;
    private int instrument;
    private int stage;
    private int next;
    private boolean isStopped;
    private int settled;
    private int failed;

    SettlementRun(
            Instruments instruments,
            Balances balances,
            Treasury treasury,
            Calendars calendars,
            Obligations obligations,
            Novations novations) {
        this.instruments = instruments;
        this.balances = balances;
        this.treasury = treasury;
        this.obligations = obligations;
        this.novations = novations;
        set = new NettingSet(instruments, calendars, obligations);
    }

    /** The day can be settled. */
    void begin(int ofDay) {
        isRunning = true;
        day = ofDay;
        instrument = 0;
        stage = NETTING;
        settled = 0;
        failed = 0;
    }

    @Override
    public boolean isPending() {
        return isRunning;
    }

    @Override
    public boolean isDone(Frame frame) {
        while (isRunning) {
            if (frame.eventCount() >= LAST_STEP) return false;
            if (stage == NETTING) net(frame);
            else if (next == set.count()) nextStage();
            else if (stage == RESERVING) reserve(frame, set.member(next++));
            else settle(frame, next++);
        }
        return true;
    }

    private void net(Frame frame) {
        instrument = set.nextDue(instrument, day);
        if (instrument == 0) {
            isRunning = false;
            novations.settled(day);
            events.daySettled(frame, day, settled, failed);
            return;
        }
        set.net(instruments.get(instrument), day);
        events.netted(frame, set, day);
        stage = RESERVING;
        next = 0;
    }

    private void nextStage() {
        next = 0;
        if (stage == SETTLING) {
            stage = NETTING;
            return;
        }
        stage = SETTLING;
        set.grant();
        isStopped = frontsTooMuch();
    }

    /** Whether users would come to own more than fits; then nothing of the set moves. */
    private boolean frontsTooMuch() {
        long fronted = 0;
        for (int place = 0; place < set.count(); place++) {
            int entry = set.member(place);
            long moved = quoteMoved(entry, set.baseDone(place));
            fronted += obligations.quoteIn[entry] > 0 ? moved : -moved;
        }
        int quote = set.market().quoteAsset();
        long excess = fronted - Math.max(0, balances.total(balances.cell(Accounts.CLEARING, quote)));
        return excess > 0 && !treasury.hasRoomFor(quote, excess);
    }

    /** What can be reserved is; what netting made superfluous is free. */
    private void reserve(Frame frame, int entry) {
        Instrument market = set.market();
        int base = balances.cell(obligations.account(entry), market.baseAsset());
        int quote = balances.cell(obligations.account(entry), market.quoteAsset());
        long before = obligations.promised(entry);
        long hasBase = obligations.baseHeld[entry] + balances.available(base);
        long baseChange = Math.min(obligations.baseOut[entry], hasBase) - obligations.baseHeld[entry];
        long quoteChange = obligations.quoteOut[entry] - obligations.quoteHeld[entry];
        balances.hold(base, baseChange);
        balances.hold(quote, quoteChange);
        obligations.baseHeld[entry] += baseChange;
        obligations.quoteHeld[entry] += quoteChange;
        obligations.promise(entry, before);
        events.reserved(frame, obligations, entry, day, baseChange, quoteChange);
    }

    private long quoteMoved(int entry, long baseDone) {
        long owed = obligations.quoteIn[entry] + obligations.quoteOut[entry];
        long base = obligations.baseIn[entry] + obligations.baseOut[entry];
        return baseDone == base ? owed : Proportion.of(owed, baseDone, base);
    }

    private void settle(Frame frame, int place) {
        int entry = set.member(place);
        long before = obligations.promised(entry);
        long baseDone = isStopped ? 0 : set.baseDone(place);
        long quoteDone = isStopped ? 0 : quoteMoved(entry, baseDone);
        boolean delivers = obligations.baseOut[entry] > 0;
        boolean pays = obligations.quoteOut[entry] > 0;
        if (delivers) deliver(entry, baseDone);
        else receive(entry, set.market().baseAsset(), baseDone);
        if (pays) pay(entry, quoteDone);
        else receive(entry, set.market().quoteAsset(), quoteDone);
        obligations.baseIn[entry] -= delivers ? 0 : baseDone;
        obligations.quoteIn[entry] -= pays ? 0 : quoteDone;
        obligations.cycles[entry] = obligations.baseOut[entry] > 0 ? obligations.cycles[entry] + 1 : 0;
        obligations.promise(entry, before);
        boolean isSettled = obligations.isEmpty(entry);
        if (isSettled) settled++;
        else failed++;
        events.settled(frame, obligations, entry, day, delivers ? -baseDone : baseDone, pays ? -quoteDone : quoteDone);
        if (isSettled) obligations.remove(entry);
    }

    private void deliver(int entry, long amountMinor) {
        int asset = set.market().baseAsset();
        int cell = balances.cell(obligations.account(entry), asset);
        balances.release(cell, amountMinor);
        balances.post(cell, balances.cell(Accounts.CLEARING, asset), amountMinor);
        balances.verify(cell);
        obligations.baseOut[entry] -= amountMinor;
        obligations.baseHeld[entry] -= amountMinor;
    }

    private void pay(int entry, long amountMinor) {
        int asset = set.market().quoteAsset();
        int cell = balances.cell(obligations.account(entry), asset);
        balances.release(cell, amountMinor);
        balances.post(cell, balances.cell(Accounts.CLEARING, asset), amountMinor);
        balances.verify(cell);
        obligations.quoteOut[entry] -= amountMinor;
        obligations.quoteHeld[entry] -= amountMinor;
    }

    private void receive(int entry, int asset, long amountMinor) {
        balances.post(
                balances.cell(Accounts.CLEARING, asset), balances.cell(obligations.account(entry), asset), amountMinor);
    }

    void visit(LongConsumer state) {
        state.accept(isRunning ? 1 : 0);
        if (!isRunning) return;
        state.accept((long) day << 32 | instrument);
        state.accept((long) stage << 32 | next);
        state.accept((long) settled << 32 | failed);
        state.accept(isStopped ? 1 : 0);
        for (int place = 0; stage != NETTING && place < set.count(); place++) state.accept(set.baseDone(place));
    }
}
