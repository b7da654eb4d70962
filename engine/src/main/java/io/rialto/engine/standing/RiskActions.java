package io.rialto.engine.standing;

import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.closing.ClosingLine;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.position.Positions;
import io.rialto.protocol.AccountState;
import io.rialto.protocol.ClosingCause;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * What is done to an account that went beyond a rule: less of a position, none of it, or nothing left at all.
 *
 * <p>Threading: the core's thread only.
 */
public final class RiskActions {
    private final Instruments instruments;
    private final Positions positions;
    private final Standings standings;
    private final StandingDesk desk;
    private final MassCancels cancels;
    private final ClosingLine line;

    public RiskActions(
            Instruments instruments,
            Positions positions,
            Standings standings,
            StandingDesk desk,
            MassCancels cancels,
            ClosingLine line) {
        this.instruments = instruments;
        this.positions = positions;
        this.standings = standings;
        this.desk = desk;
        this.cancels = cancels;
        this.line = line;
    }

    /** Orders that could increase go, then so many lots of one position. */
    public void reduce(int account, int asset, int instrument, long lots) {
        for (int number = 1; number <= instruments.count(); number++) {
            if (!isSettledIn(number, asset)) continue;
            long held = positions.lots(number, account);
            var job = cancels.add(Reason.CANCELLED_BY_RISK_RULE).of(account, number);
            if (held != 0) job.thatSell(held < 0);
        }
        if (instrument != 0) line.add(account, instrument, lots, ClosingCause.RISK_REDUCE);
    }

    /** It may only reduce from now on; one position is closed. */
    public void close(Frame frame, int account, int asset, int instrument, int rule) {
        if (standings.of(account) == AccountState.ACTIVE) desk.become(frame, account, AccountState.REDUCING, rule);
        reduce(account, asset, 0, 0);
        if (instrument != 0) line.add(account, instrument, Long.MAX_VALUE, ClosingCause.RISK_CLOSE);
        if (instrument != 0) cancels.add(Reason.CANCELLED_BY_RISK_RULE).of(account, instrument);
    }

    /** Halted, and every position is closed. */
    public void closeAll(Frame frame, int account, int rule) {
        if (!standings.isHalted(account)) desk.become(frame, account, AccountState.HALTED, rule);
        for (int number = 1; number <= instruments.count(); number++) {
            boolean hasPosition = instruments.get(number).isContract() && positions.lots(number, account) != 0;
            if (hasPosition) line.add(account, number, Long.MAX_VALUE, ClosingCause.RISK_CLOSE);
        }
    }

    private boolean isSettledIn(int number, int asset) {
        Instrument market = instruments.get(number);
        return market.isContract() && market.quoteAsset() == asset;
    }
}
