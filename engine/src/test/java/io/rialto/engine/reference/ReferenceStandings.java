package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.FirmCommand.SetAccountState;
import io.rialto.protocol.AccountState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What accounts may do: everything, only reduce, or nothing but cancel. */
final class ReferenceStandings {
    static final int ACTIVE = 1, REDUCING = 2, HALTED = 3;

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Map<Integer, Integer> states = new HashMap<>();

    ReferenceStandings(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    void set(SetAccountState asked) {
        control.account(asked.account());
        refuseIf(!isIn(ACTIVE, asked.state(), HALTED), INVALID_ACCOUNT_STATE);
        refuseIf(of(asked.account()) == asked.state(), WOULD_CHANGE_NOTHING);
        become(asked.account(), asked.state(), 0);
    }

    int of(int account) {
        return states.getOrDefault(account, ACTIVE);
    }

    void become(int account, int state, int rule) {
        int old = of(account);
        states.put(account, state);
        matching.events.add("AccountStateChanged", account, state(old), state(state), rule);
        if (state == HALTED) control.blocks.add(account, ACCOUNT_HALTED, order -> order.account == account);
    }

    private static AccountState state(int state) {
        return AccountState.get((short) state);
    }

    void refuseHalted(int account) {
        refuseIf(states.getOrDefault(account, ACTIVE) == HALTED, ACCOUNT_HALTED);
    }

    void refuseMore(ReferenceOrder order, BooleanSupplier isReduction) {
        boolean mayOnlyReduce = states.getOrDefault(order.account, ACTIVE) == REDUCING;
        refuseIf(mayOnlyReduce && !isReduction.getAsBoolean(), ACCOUNT_REDUCING);
    }
}
