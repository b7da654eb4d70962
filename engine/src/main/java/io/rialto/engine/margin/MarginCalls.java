package io.rialto.engine.margin;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.ChangedMargins;
import io.rialto.engine.ledger.MarginWatch;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.WideSum;
import io.rialto.protocol.MarginCalledEncoder;
import io.rialto.protocol.PositionMarginCalledEncoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Tells accounts whose equity comes close to what their positions need to be kept, and those that no longer are: once each time
 * the level changes. Where nothing of the equity is left, the positions are liquidated from then on. An isolated position is told of by itself. Looked at are only margins that something happened to, after all that follows from a command.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class MarginCalls implements Consequence {
    private static final int LAST_CALL = FrameLayout.MAX_EVENTS - 8;
    private static final int[] LEVELS = {100, 90, 80};

    private final Accounts accounts;
    private final Instruments instruments;
    private final Balances balances;
    private final Positions positions;
    private final Margins margins;
    private final DistressedMargins distressed;
    private final ChangedMargins changed;
    private final WideSum distance = new WideSum();
    private final MarginCalledEncoder called = new MarginCalledEncoder();
    private final PositionMarginCalledEncoder positionCalled = new PositionMarginCalledEncoder();
    private MarginWatch watch = (frame, account, asset) -> {};
    private byte[] levels = new byte[16]; // by cell, in per cent
    private Distress distress;

    /** Hears of margins that come to be needed whole by the positions they are for, and no longer are. */
    public interface Distress {
        void begun(Frame frame, int cell);

        /** @param hasPositions that the margin answers for */
        void ended(Frame frame, int cell, long equityMinor, boolean hasPositions);
    }

    public MarginCalls(
            Accounts accounts, Instruments instruments, Balances balances, Positions positions, Margins margins) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.balances = balances;
        this.positions = positions;
        this.margins = margins;
        this.distressed = margins.distressed();
        this.changed = balances.changedMargins();
    }

    /** Who hears of those who come to the highest level, and leave it. */
    public void tells(Distress other) {
        distress = other;
    }

    /** Who hears of every margin that something happened to. */
    public void watchedBy(MarginWatch other) {
        watch = other;
    }

    /** Whoever has a position in it is looked at; of a market in an asset itself, nobody. */
    public void revalued(Instrument market) {
        if (!market.isContract()) return;
        for (int account = Accounts.FIRST; accounts.isOpen(account); account++) {
            if (positions.lots(market.number(), account) == 0) continue;
            balances.marginChanged(balances.cell(account, positions.purse(market, account)));
        }
    }

    @Override
    public boolean isPending() {
        return !changed.isEmpty();
    }

    @Override
    public boolean isDone(Frame frame) {
        while (!changed.isEmpty()) {
            if (frame.eventCount() >= LAST_CALL) return false;
            int cell = balances.nextChangedMargin();
            look(frame, cell);
            watch.changed(frame, balances.account(cell), balances.asset(cell));
        }
        return true;
    }

    private void look(Frame frame, int cell) {
        int account = balances.account(cell);
        int purse = balances.purse(cell);
        long equity = margins.equityMinor(account, purse);
        long maintenance = margins.maintenanceMinor(account, purse);
        int level = level(equity, maintenance);
        int old = level(cell);
        if (level == old) return;
        if (cell >= levels.length) levels = Arrays.copyOf(levels, Math.max(cell + 1, levels.length << 1));
        levels[cell] = (byte) level;
        if (Balances.isIsolated(purse)) tellOfPosition(frame, cell, equity, maintenance, old, level);
        else tell(frame, cell, equity, maintenance, old, level);
        if (level == LEVELS[0]) {
            distressed.add(cell);
            distress.begun(frame, cell);
        } else if (old == LEVELS[0]) {
            distressed.remove(cell);
            distress.ended(frame, cell, equity, maintenance > 0);
        }
    }

    private void tell(Frame frame, int cell, long equity, long maintenance, int old, int level) {
        frame.claimEvent(called)
                .equityMinor(equity)
                .maintenanceMinor(maintenance)
                .account(balances.account(cell))
                .asset(balances.asset(cell))
                .oldPercent((short) old)
                .newPercent((short) level);
    }

    private void tellOfPosition(Frame frame, int cell, long equity, long maintenance, int old, int level) {
        frame.claimEvent(positionCalled)
                .equityMinor(equity)
                .maintenanceMinor(maintenance)
                .account(balances.account(cell))
                .instrument(Balances.instrument(balances.purse(cell)))
                .oldPercent((short) old)
                .newPercent((short) level);
    }

    /** How much of the equity maintenance is at least; 0 where that is less than the lowest level, or nothing. */
    public int level(long equityMinor, long maintenanceMinor) {
        if (maintenanceMinor == 0) return 0;
        for (int level : LEVELS) {
            distance.clear();
            distance.addProduct(maintenanceMinor, 100);
            distance.addProduct(equityMinor, -level);
            if (distance.isAtLeast(0)) return level;
        }
        return 0;
    }

    /** The highest that any margin of an account in an asset has now, at the marks that there are. */
    public int highestLevel(int account, int asset) {
        int highest = levelOf(account, asset | Balances.MARGIN);
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            boolean isMeant = market.isContract() && market.quoteAsset() == asset;
            if (!isMeant || !positions.isIsolated(number, account)) continue;
            highest = Math.max(highest, levelOf(account, Balances.isolatedPurse(number)));
        }
        return highest;
    }

    private int levelOf(int account, int purse) {
        return level(margins.equityMinor(account, purse), margins.maintenanceMinor(account, purse));
    }

    private int level(int cell) {
        return cell < levels.length ? levels[cell] : 0;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int cell = 0; cell < balances.cellCount(); cell++) {
            if (level(cell) == 0) continue;
            state.accept((long) balances.account(cell) << 32 | balances.purse(cell));
            state.accept(level(cell));
        }
        changed.visit(state);
    }
}
