package io.rialto.engine.fees;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.listing.ListingDesk;
import io.rialto.protocol.AssignFeeScheduleDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetFeeScheduleDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * Fee schedules: their versions, for whom they are, and the volume that decides between their tiers.
 *
 * <p>A market knows nothing of this until there is a schedule for what it is quoted in. Threading: the core's thread only.
 */
public final class FeeRoom {
    private final Instruments instruments;
    private final FeeSchedules schedules = new FeeSchedules();
    private final Assignments assignments;
    private final Volumes volumes = new Volumes();
    private final FeeSegments segments = new FeeSegments();
    private final FeeDays days;
    private final FeeDesk desk;

    public FeeRoom(Assets assets, Accounts accounts, Instruments instruments, ListingDesk listing, Agenda agenda) {
        this.instruments = instruments;
        assignments = new Assignments(accounts);
        days = new FeeDays(accounts, assets, schedules, assignments, volumes, agenda);
        desk = new FeeDesk(assets, accounts, instruments, schedules, assignments);
        listing.tells(this::listed);
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        switch (type) {
            case SetFeeScheduleDecoder.TEMPLATE_ID:
                return set(frame);
            case AssignFeeScheduleDecoder.TEMPLATE_ID:
                return desk.assign(frame);
            default:
                return Reason.UNKNOWN_COMMAND;
        }
    }

    /** What the order was charged by last, as one number; 0 for its market's own rates. */
    public long segment(int slot, long order) {
        return segments.of(slot, order);
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        schedules.visit(state);
        assignments.visit(state);
        volumes.visit(state);
        days.visit(state);
    }

    private Reason set(Frame frame) {
        boolean isFirst = schedules.areNone();
        Reason refusal = desk.set(frame);
        if (refusal != Reason.NONE) return refusal;
        if (isFirst) days.begin(frame.timeNanos());
        for (int number = 1; number <= instruments.count(); number++) listed(instruments.get(number));
        return Reason.NONE;
    }

    private void listed(Instrument market) {
        if (market.charges().hasTariff() || !schedules.isAnyOf(market.quoteAsset())) return;
        market.charges().chargeBy(new MarketTariff(market, schedules, assignments, volumes, segments, days));
    }
}
