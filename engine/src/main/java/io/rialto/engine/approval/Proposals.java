package io.rialto.engine.approval;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Duty;
import io.rialto.engine.blocks.BlockDesk;
import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.protection.AccountLimitDesk;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.ApproveChangeDecoder;
import io.rialto.protocol.ProposalSubject;
import io.rialto.protocol.ProposeChangeDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.WithdrawChangeDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Four eyes: one administrator proposes a change, another one approves it, and only then it is made. A proposal that nobody
 * approves in time expires. Who is an administrator is the doors' business; that they are two is decided here.
 *
 * <p>Threading: the core's thread only. Allocates for each proposal; they are rare.
 */
public final class Proposals implements Duty {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long LONGEST_NANOS = 7 * DAY_NANOS;

    private final ParameterDesk parameters;
    private final AccountLimitDesk limits;
    private final BlockDesk blocks;
    private final Caller caller;
    private final Agenda agenda;
    private final ProposalEvents events = new ProposalEvents();
    private final List<Proposal> open = new ArrayList<>();
    private long lastNumber;

    public Proposals(
            ParameterDesk parameters, AccountLimitDesk limits, BlockDesk blocks, Agenda agenda, Caller caller) {
        this.parameters = parameters;
        this.limits = limits;
        this.blocks = blocks;
        this.agenda = agenda;
        this.caller = caller;
        agenda.assign(Agenda.PROPOSAL, this);
    }

    public Reason propose(Frame frame) {
        if (!caller.isKnown()) return Reason.UNKNOWN_ACTOR;
        Proposal asked = read(frame);
        long validNanos = asked.expiresNanos();
        long expiresNanos = caller.timeNanos() + (validNanos == 0 ? DAY_NANOS : validNanos);
        if (validNanos < 0 || validNanos > LONGEST_NANOS || expiresNanos < 0) return Reason.INVALID_PARAMETER;
        Reason refusal = check(asked);
        if (refusal != Reason.NONE) return refusal;
        Proposal proposal = new Proposal(
                ++lastNumber,
                caller.actor(),
                asked.subject(),
                asked.code(),
                asked.target(),
                asked.instrument(),
                asked.value(),
                expiresNanos);
        open.add(proposal);
        agenda.add(expiresNanos, Agenda.PROPOSAL, proposal.number());
        events.proposed(frame, proposal);
        return Reason.NONE;
    }

    public Reason approve(Frame frame) {
        if (!caller.isKnown()) return Reason.UNKNOWN_ACTOR;
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int place = find(frame.buffer().getLong(at + ApproveChangeDecoder.proposalEncodingOffset()));
        if (place < 0) return Reason.UNKNOWN_PROPOSAL;
        Proposal proposal = open.get(place);
        if (proposal.actor() == caller.actor()) return Reason.SAME_ADMINISTRATOR;
        Reason refusal = check(proposal);
        if (refusal != Reason.NONE) return refusal;
        open.remove(place);
        events.approved(frame, proposal.number(), caller.actor());
        make(frame, proposal);
        return Reason.NONE;
    }

    public Reason withdraw(Frame frame) {
        if (!caller.isKnown()) return Reason.UNKNOWN_ACTOR;
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        long number = frame.buffer().getLong(at + WithdrawChangeDecoder.proposalEncodingOffset());
        int place = find(number);
        if (place < 0) return Reason.UNKNOWN_PROPOSAL;
        open.remove(place);
        events.withdrawn(frame, number, caller.actor());
        return Reason.NONE;
    }

    @Override
    public boolean isAlive(long number) {
        return find(number) >= 0;
    }

    @Override
    public boolean isDone(Frame frame, long number, long nowNanos) {
        if (!MassCancels.hasRoom(frame)) return false;
        open.remove(find(number));
        events.expired(frame, number);
        return true;
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        state.accept(lastNumber);
        for (Proposal proposal : open) {
            state.accept(proposal.number());
            state.accept((long) proposal.actor() << 32 | proposal.subject().value() << 16 | proposal.code());
            state.accept((long) proposal.target() << 32 | proposal.instrument());
            state.accept(proposal.value());
            state.accept(proposal.expiresNanos());
        }
    }

    /** Its time is how long it is to be valid. */
    private Proposal read(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int subject = buffer.getByte(at + ProposeChangeDecoder.subjectEncodingOffset()) & 0xFF;
        boolean isSubject =
                subject >= ProposalSubject.INSTRUMENT_PARAMETER.value() && subject <= ProposalSubject.UNBLOCK.value();
        return new Proposal(
                0,
                0,
                isSubject ? ProposalSubject.get((short) subject) : ProposalSubject.NULL_VAL,
                buffer.getByte(at + ProposeChangeDecoder.codeEncodingOffset()) & 0xFF,
                buffer.getInt(at + ProposeChangeDecoder.targetEncodingOffset()),
                buffer.getInt(at + ProposeChangeDecoder.instrumentEncodingOffset()),
                buffer.getLong(at + ProposeChangeDecoder.valueEncodingOffset()),
                buffer.getLong(at + ProposeChangeDecoder.validNanosEncodingOffset()));
    }

    private Reason check(Proposal asked) {
        switch (asked.subject()) {
            case INSTRUMENT_PARAMETER:
                if (asked.target() != 0) return Reason.INVALID_COMBINATION;
                return parameters.check(asked.instrument(), asked.code(), asked.value());
            case ACCOUNT_LIMIT:
                return limits.check(asked.target(), asked.instrument(), asked.code(), asked.value());
            case UNBLOCK:
                if (asked.instrument() != 0 || asked.value() != 0) return Reason.INVALID_COMBINATION;
                return blocks.checkUnblock(asked.code(), asked.target());
            default:
                return Reason.INVALID_COMBINATION;
        }
    }

    private void make(Frame frame, Proposal proposal) {
        switch (proposal.subject()) {
            case INSTRUMENT_PARAMETER:
                parameters.apply(frame, proposal.instrument(), proposal.code(), proposal.value());
                break;
            case ACCOUNT_LIMIT:
                limits.apply(frame, proposal.target(), proposal.instrument(), proposal.code(), proposal.value());
                break;
            default:
                blocks.unblock(frame, proposal.code(), proposal.target());
        }
    }

    private int find(long number) {
        for (int i = 0; i < open.size(); i++) if (open.get(i).number() == number) return i;
        return -1;
    }
}
