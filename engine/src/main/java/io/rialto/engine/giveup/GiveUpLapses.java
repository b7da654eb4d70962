package io.rialto.engine.giveup;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.correction.CorrectionRoom;
import io.rialto.engine.giveup.PendingGiveUps.Pending;
import io.rialto.engine.matching.Fills;
import io.rialto.engine.settlement.KeptTrades;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.settlement.SettlementRoom;
import io.rialto.engine.tape.Tape;
import io.rialto.protocol.GiveUpEnding;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.function.LongConsumer;

/** Ends what was offered of trades that were settled, taken back or are not kept any more, in the order of its numbers. */
final class GiveUpLapses implements Consequence {
    private static final int LAST_LAPSE = FrameLayout.MAX_EVENTS - 8;

    private final SettlementRoom settlement;
    private final CorrectionRoom corrections;
    private final Fills fills;
    private final KeptTrades kept;
    private final PendingGiveUps pending;
    private final Shares shares;
    private final GiveUpEvents events;
    private int settledDay = -1;
    private int settledContracts;
    private boolean mustLook;

    GiveUpLapses(
            SettlementRoom settlement,
            CorrectionRoom corrections,
            Fills fills,
            PendingGiveUps pending,
            Shares shares,
            GiveUpEvents events) {
        this.settlement = settlement;
        this.corrections = corrections;
        this.fills = fills;
        this.kept = settlement.kept();
        this.pending = pending;
        this.shares = shares;
        this.events = events;
    }

    /** A trade is taken back in this frame. */
    void look() {
        mustLook = true;
    }

    @Override
    public boolean isPending() {
        return mustLook
                || settledDay != settlement.novations().lastSettledDay()
                || settledContracts != corrections.settledContracts()
                || pending.oldestTaped() <= fills.lastTrade() - Tape.MOST;
    }

    @Override
    public boolean isDone(Frame frame) {
        for (int place = 0; place < pending.count(); ) {
            Pending offer = pending.at(place);
            if (!isOver(offer.trade)) {
                place++;
                continue;
            }
            if (frame.eventCount() >= LAST_LAPSE) return false;
            events.ended(frame, offer, GiveUpEnding.LAPSED, GiveUpEvents.BY_NOBODY);
            pending.remove(place);
        }
        mustLook = false;
        settledDay = settlement.novations().lastSettledDay();
        settledContracts = corrections.settledContracts();
        shares.forget(this::isOver);
        return true;
    }

    private boolean isOver(long number) {
        int place = kept.find(number);
        if (place == KeptTrades.NONE) return !corrections.stands(number);
        Trade trade = kept.at(place);
        return trade.isBusted || trade.day <= settlement.novations().lastSettledDay();
    }

    void visit(LongConsumer state) {
        state.accept((long) settledDay << 1 | (mustLook ? 1 : 0));
        state.accept(settledContracts);
    }
}
