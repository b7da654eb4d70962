package io.rialto.engine.risk;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.Gate;
import io.rialto.engine.batch.Parts;
import io.rialto.engine.batch.RefusedOperations;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.MarginWatch;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.FillWatch;
import io.rialto.engine.position.Positions;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.standing.RiskActions;
import io.rialto.engine.standing.Standings;
import io.rialto.engine.trading.Operations;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RemoveRiskRuleDecoder;
import io.rialto.protocol.RiskRuleTestedEncoder;
import io.rialto.protocol.SetRiskRuleDecoder;
import io.rialto.protocol.TestRiskRuleDecoder;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/**
 * Risk rules: made and removed by command, asked of every order in their scope once its account's limits let it pass.
 *
 * <p>Where there is no rule, no order takes notice. Threading: the core's thread only.
 */
public final class RiskRoom implements FillWatch, MarginWatch {
    private final RiskRules rules = new RiskRules();
    private final RiskNews news = new RiskNews();
    private final Accounts accounts;
    private final RiskDesk desk;
    private final RiskBarrier barrier;
    private final Aftermath aftermath;
    private final Operations operations;
    private final RefusedOperations refusals;
    private final Parts parts;
    private final Gate gate;
    private final RiskRuleTestedEncoder tested = new RiskRuleTestedEncoder();

    public RiskRoom(
            Assets assets,
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            Positions positions,
            TradingDesk trading,
            RefusedOperations refusals,
            Standings standings,
            Caller caller) {
        this.accounts = accounts;
        this.refusals = refusals;
        operations = trading.operations();
        parts = new Parts(refusals)
                .of(SetRiskRuleDecoder.TEMPLATE_ID, SetRiskRuleDecoder.BLOCK_LENGTH)
                .of(NewOrderDecoder.TEMPLATE_ID, NewOrderDecoder.BLOCK_LENGTH)
                .of(NewSpecialOrderDecoder.TEMPLATE_ID, NewSpecialOrderDecoder.BLOCK_LENGTH);
        desk = new RiskDesk(rules, new RuleCheck(assets, accounts, instruments));
        gate = trading.gate();
        Measures measures = new Measures(instruments, orders, balances, positions, caller);
        barrier = new RiskBarrier(accounts, rules, measures, news, standings, caller);
        trading.limits().add(barrier);
        aftermath = new Aftermath(accounts, instruments, balances, positions, trading.margins(), rules, news, caller);
        trading.fills().tells(this);
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        Reason refusal = Reason.UNKNOWN_COMMAND;
        if (type == SetRiskRuleDecoder.TEMPLATE_ID) refusal = set(frame);
        if (type == RemoveRiskRuleDecoder.TEMPLATE_ID) refusal = desk.remove(frame);
        if (type == TestRiskRuleDecoder.TEMPLATE_ID) refusal = test(frame);
        gate.watch(rules.count() > 0);
        return refusal;
    }

    /** Of what accounts have, a rule is asked at once. */
    private Reason set(Frame frame) {
        Reason refusal = desk.set(frame);
        if (refusal == Reason.NONE && desk.last().isOfHoldings()) aftermath.begins(desk.last());
        return refusal;
    }

    private Reason test(Frame frame) {
        refusals.clear();
        int account = frame.buffer().getInt(frame.commandOffset() + PART_HEADER_LENGTH);
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        Reason refusal = parts.check(frame, 2, 2);
        if (refusal != Reason.NONE) return refusal;
        CommandParts part = parts.rewind(frame);
        part.next();
        if (part.type() != SetRiskRuleDecoder.TEMPLATE_ID) return refusals.because(0, Reason.PART_NOT_POSSIBLE);
        RiskRule rule = new RiskRule();
        Reason notPossible = desk.read(rule, frame.buffer(), part.blockOffset());
        if (notPossible == Reason.NONE && rule.isOfHoldings()) notPossible = Reason.NOT_MEASURED_OF_ORDERS;
        part.next();
        if (part.type() == SetRiskRuleDecoder.TEMPLATE_ID) return refusals.because(1, Reason.PART_NOT_POSSIBLE);
        int owner = frame.buffer().getInt(part.blockOffset() + NewOrderDecoder.accountEncodingOffset());
        if (owner != account) return refusals.because(1, Reason.PART_OF_ANOTHER_ACCOUNT);
        if (notPossible == Reason.NONE) tryOut(frame, rule, account, part);
        return notPossible;
    }

    private void tryOut(Frame frame, RiskRule rule, int account, CommandParts order) {
        gate.watch(true);
        barrier.tries(rule);
        Reason refusal = operations.rehearseOrder(frame, order, 0);
        if (refusal == Reason.NONE) refusal = operations.askForFunds();
        barrier.tries(null);
        frame.claimEvent(tested)
                .measured(barrier.trialMeasured())
                .ruleLimit(rule.limit)
                .account(account)
                .instrument(operations.rehearsedTicket().instrument)
                .asked((short) (barrier.isTrialAsked() ? 1 : 0))
                .beyond((short) (barrier.isTrialBeyond() ? 1 : 0))
                .reason(refusal);
    }

    @Override
    public void filled(Instrument market, int account, int trader, long valueMinor) {
        // What is traded is not what rules are about, but what came of it.
    }

    @Override
    public void realised(Instrument market, int account, long realisedMinor) {
        aftermath.realised(account, market.quoteAsset(), realisedMinor);
    }

    @Override
    public void changed(Frame frame, int account, int asset) {
        aftermath.changed(frame, account, asset);
    }

    /** Who does what breaches lead to. */
    public void acts(RiskActions actions) {
        aftermath.acts(actions);
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
