package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.ControlCommand.*;
import io.rialto.protocol.ProposalSubject;
import java.util.HashMap;
import java.util.Map;

/** Four eyes: what one administrator proposes, another one has to approve. */
final class ReferenceProposals {
    private static final int PARAMETER = 1, LIMIT = 2, UNBLOCK = 3;
    private static final int KIND = 12;
    private static final long DAY = 86_400_000_000_000L;

    private record Open(Propose change, int actor) {}

    private final ReferenceControl control;
    private final ReferenceMatching matching;
    private final Map<Long, Open> open = new HashMap<>();
    private long last;

    ReferenceProposals(ReferenceControl control, ReferenceMatching matching) {
        this.control = control;
        this.matching = matching;
    }

    void propose(Propose asked) {
        refuseIf(!matching.isCallerKnown, UNKNOWN_ACTOR);
        long valid = asked.validNanos() == 0 ? DAY : asked.validNanos();
        long expires = matching.nowNanos + valid;
        refuseIf(!isIn(0, valid, 7 * DAY) || expires < 0, INVALID_PARAMETER);
        check(asked);
        long number = ++last;
        int actor = matching.caller.actor();
        open.put(number, new Open(asked, actor));
        matching.agenda.add(expires, KIND, number, () -> expire(number));
        var subject = ProposalSubject.get((short) asked.subject());
        matching.events.add(
                "ChangeProposed",
                number,
                asked.value(),
                expires,
                asked.target(),
                asked.instrument(),
                actor,
                subject,
                asked.code());
    }

    void approve(long number) {
        refuseIf(!matching.isCallerKnown, UNKNOWN_ACTOR);
        refuseIf(!open.containsKey(number), UNKNOWN_PROPOSAL);
        Open proposal = open.get(number);
        refuseIf(proposal.actor == matching.caller.actor(), SAME_ADMINISTRATOR);
        check(proposal.change);
        open.remove(number);
        matching.events.add("ChangeApproved", number, matching.caller.actor());
        make(proposal.change);
    }

    void withdraw(long number) {
        refuseIf(!matching.isCallerKnown, UNKNOWN_ACTOR);
        refuseIf(open.remove(number) == null, UNKNOWN_PROPOSAL);
        matching.events.add("ChangeWithdrawn", number, matching.caller.actor());
    }

    private boolean expire(long number) {
        if (!open.containsKey(number)) return true;
        if (!control.blocks.hasRoom()) return false;
        open.remove(number);
        matching.events.add("ChangeExpired", number);
        return true;
    }

    private void check(Propose asked) {
        refuseIf(!isIn(PARAMETER, asked.subject(), UNBLOCK), INVALID_COMBINATION);
        if (asked.subject() == PARAMETER) {
            refuseIf(asked.target() != 0, INVALID_COMBINATION);
            control.desk.check(control.instrument(asked.instrument()), asked.code(), asked.value());
        } else if (asked.subject() == LIMIT) {
            control.account(asked.target());
            if (asked.instrument() != 0) control.instrument(asked.instrument());
            control.limits.check(limit(asked));
        } else {
            refuseIf(asked.instrument() != 0 || asked.value() != 0, INVALID_COMBINATION);
            control.blocks.checkUnblock(asked.code(), asked.target());
        }
    }

    private void make(Propose asked) {
        if (asked.subject() == PARAMETER) {
            control.desk.apply(control.instrument(asked.instrument()), asked.code(), asked.value());
        } else if (asked.subject() == LIMIT) {
            control.limits.apply(limit(asked));
        } else {
            control.blocks.unblock(asked.code(), asked.target());
        }
    }

    private static ChangeAccountLimit limit(Propose asked) {
        return new ChangeAccountLimit(asked.target(), asked.instrument(), asked.code(), asked.value());
    }
}
