package io.rialto.engine.allocation;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.AssignLeadMarketMakerDecoder;
import io.rialto.protocol.LeadMarketMakerAssignedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Says who takes which part ahead of the others.
 *
 * <p>Shares in basis points of what an aggressor takes. Threading: the core's thread only.
 */
public final class LeadMakerDesk {
    private static final int WHOLE_BPS = 10_000;

    private final Accounts accounts;
    private final Instruments instruments;
    private final Allocations allocations;
    private final LeadMarketMakerAssignedEncoder assigned = new LeadMarketMakerAssignedEncoder();

    public LeadMakerDesk(Accounts accounts, Instruments instruments, Allocations allocations) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.allocations = allocations;
    }

    public Reason assign(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + AssignLeadMarketMakerDecoder.instrumentEncodingOffset());
        int account = buffer.getInt(at + AssignLeadMarketMakerDecoder.accountEncodingOffset());
        int shareBps = buffer.getInt(at + AssignLeadMarketMakerDecoder.shareBpsEncodingOffset());
        Reason refusal = check(instrument, account, shareBps);
        if (refusal != Reason.NONE) return refusal;
        int oldShareBps = allocations.leads(instrument).shareOf(account);
        allocations.assign(instrument, account, shareBps);
        frame.claimEvent(assigned)
                .instrument(instrument)
                .account(account)
                .oldShareBps(oldShareBps)
                .shareBps(shareBps);
        return Reason.NONE;
    }

    private Reason check(int instrument, int account, int shareBps) {
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        LeadMakers leads = allocations.leads(instrument);
        int before = leads.shareOf(account);
        boolean isPossible = shareBps >= 0 && shareBps <= WHOLE_BPS - leads.sumBps() + before;
        if (!isPossible) return Reason.INVALID_PARAMETER;
        if (!Allocations.isBetweenSessions(instruments.get(instrument))) return Reason.ALLOCATION_WITHIN_SESSION;
        return shareBps == before ? Reason.WOULD_CHANGE_NOTHING : Reason.NONE;
    }
}
