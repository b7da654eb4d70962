package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.BrokerCommand.SetAccountRole;
import io.rialto.protocol.AccountCapacity;
import io.rialto.protocol.AccountRole;
import java.util.HashMap;
import java.util.Map;

/** What an account is for in its firm: everything, to execute, or to clear. */
final class ReferenceRoles {
    private static final int EXECUTING = 2, CLEARING = 3;

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Map<Integer, SetAccountRole> roles = new HashMap<>();

    ReferenceRoles(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    void set(SetAccountRole asked) {
        control.account(asked.account());
        refuseIf(!isIn(1, asked.role(), 3) || !isIn(1, asked.capacity(), 3), INVALID_COMBINATION);
        SetAccountRole old = of(asked.account());
        refuseIf(old.equals(asked), WOULD_CHANGE_NOTHING);
        roles.put(asked.account(), asked);
        matching.events.add(
                "AccountRoleSet",
                asked.account(),
                AccountRole.get((short) old.role()),
                AccountRole.get((short) asked.role()),
                AccountCapacity.get((short) old.capacity()),
                AccountCapacity.get((short) asked.capacity()));
    }

    private SetAccountRole of(int account) {
        return roles.getOrDefault(account, new SetAccountRole(account, 1, 1));
    }

    void refuseIfItOnlyExecutes(int account) {
        refuseIf(of(account).role() == EXECUTING, ROLE_FORBIDS);
    }

    void refuseIfItOnlyClears(int account) {
        refuseIf(of(account).role() == CLEARING, ROLE_FORBIDS);
    }
}
