package io.rialto.engine.risk;

import io.rialto.engine.admission.Gate;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Positions;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RemoveRiskRuleDecoder;
import io.rialto.protocol.SetRiskRuleDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * Risk rules: made and removed by command, asked of every order in their scope once its account's limits let it pass.
 *
 * <p>Where there is no rule, no order takes notice. Threading: the core's thread only.
 */
public final class RiskRoom {
    private final RiskRules rules = new RiskRules();
    private final RiskNews news = new RiskNews();
    private final RiskDesk desk;
    private final Gate gate;

    public RiskRoom(
            Assets assets,
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            Positions positions,
            TradingDesk trading,
            Caller caller) {
        desk = new RiskDesk(rules, new RuleCheck(assets, accounts, instruments));
        gate = trading.gate();
        Measures measures = new Measures(instruments, orders, balances, positions, caller);
        trading.limits().add(new RiskBarrier(accounts, rules, measures, news, caller));
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        Reason refusal = Reason.UNKNOWN_COMMAND;
        if (type == SetRiskRuleDecoder.TEMPLATE_ID) refusal = desk.set(frame);
        if (type == RemoveRiskRuleDecoder.TEMPLATE_ID) refusal = desk.remove(frame);
        gate.watch(rules.count() > 0);
        return refusal;
    }

    /** Whether breaches are still to be told. */
    public boolean hasNews() {
        return news.isAny();
    }

    /** Tells the breaches of the command that is over, as far as the frame has room. */
    public void tellNews(Frame frame) {
        news.tell(frame);
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        rules.visit(state);
        news.visit(state);
    }
}
