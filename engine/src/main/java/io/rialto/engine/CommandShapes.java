package io.rialto.engine;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.protocol.AmendDisplayDecoder;
import io.rialto.protocol.AmendOrderDecoder;
import io.rialto.protocol.AmendTriggerDecoder;
import io.rialto.protocol.AnswerGiveUpDecoder;
import io.rialto.protocol.ApproveChangeDecoder;
import io.rialto.protocol.AssignCalendarDecoder;
import io.rialto.protocol.AssignFeeScheduleDecoder;
import io.rialto.protocol.AssignLeadMarketMakerDecoder;
import io.rialto.protocol.AssignPositionMarginDecoder;
import io.rialto.protocol.AssignQuoteGroupDecoder;
import io.rialto.protocol.BeginDepositDecoder;
import io.rialto.protocol.BeginWithdrawalDecoder;
import io.rialto.protocol.BustTradeDecoder;
import io.rialto.protocol.BuyInDecoder;
import io.rialto.protocol.CancelAfterDecoder;
import io.rialto.protocol.CancelAllOrdersDecoder;
import io.rialto.protocol.CancelDepositDecoder;
import io.rialto.protocol.CancelOrderDecoder;
import io.rialto.protocol.CancelOrdersDecoder;
import io.rialto.protocol.CancelWithdrawalDecoder;
import io.rialto.protocol.ChangeAccountLimitDecoder;
import io.rialto.protocol.ChangeInstrumentDecoder;
import io.rialto.protocol.ChangeListingDecoder;
import io.rialto.protocol.ChangePhaseDecoder;
import io.rialto.protocol.CompleteDepositDecoder;
import io.rialto.protocol.CompleteWithdrawalDecoder;
import io.rialto.protocol.CorrectTradeDecoder;
import io.rialto.protocol.DefineCalendarDecoder;
import io.rialto.protocol.DepositDecoder;
import io.rialto.protocol.DisconnectedDecoder;
import io.rialto.protocol.FenceRequestDecoder;
import io.rialto.protocol.FundInsuranceDecoder;
import io.rialto.protocol.FundPositionsDecoder;
import io.rialto.protocol.GiveUpDecoder;
import io.rialto.protocol.KillDecoder;
import io.rialto.protocol.ListAssetDecoder;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.ListInstrumentDecoder;
import io.rialto.protocol.MassQuoteDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.MoveMarginDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewOrderListDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import io.rialto.protocol.OpenAccountDecoder;
import io.rialto.protocol.OrderBatchDecoder;
import io.rialto.protocol.ProposeChangeDecoder;
import io.rialto.protocol.ProtectQuotesDecoder;
import io.rialto.protocol.ReconnectedDecoder;
import io.rialto.protocol.RecordSignalDecoder;
import io.rialto.protocol.RemoveRiskRuleDecoder;
import io.rialto.protocol.ReplaceOrderDecoder;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.ResetQuotesDecoder;
import io.rialto.protocol.ResumeDecoder;
import io.rialto.protocol.RevealSeedDecoder;
import io.rialto.protocol.RunSettlementDecoder;
import io.rialto.protocol.ScheduleChangeDecoder;
import io.rialto.protocol.SetAccountRoleDecoder;
import io.rialto.protocol.SetAccountStateDecoder;
import io.rialto.protocol.SetCalendarHolidayDecoder;
import io.rialto.protocol.SetCreditLimitDecoder;
import io.rialto.protocol.SetFeeScheduleDecoder;
import io.rialto.protocol.SetHolidayDecoder;
import io.rialto.protocol.SetLeverageDecoder;
import io.rialto.protocol.SetMarginModeDecoder;
import io.rialto.protocol.SetMarginTiersDecoder;
import io.rialto.protocol.SetMarkPriceDecoder;
import io.rialto.protocol.SetQuoteProtectionDecoder;
import io.rialto.protocol.SetRiskRuleDecoder;
import io.rialto.protocol.SetSettlementTermsDecoder;
import io.rialto.protocol.SetSourcedMarkDecoder;
import io.rialto.protocol.SettleContractDecoder;
import io.rialto.protocol.StartCallDecoder;
import io.rialto.protocol.StressMarginDecoder;
import io.rialto.protocol.SuspendDecoder;
import io.rialto.protocol.TestOrderDecoder;
import io.rialto.protocol.TestRiskRuleDecoder;
import io.rialto.protocol.TickDecoder;
import io.rialto.protocol.WithdrawChangeDecoder;
import io.rialto.protocol.WithdrawScheduledChangeDecoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * The message headers that the core knows. A part with another one is no command of this version, and nothing behind its
 * header is read.
 */
final class CommandShapes {
    private static final int TYPES = 128;
    private static final long REQUEST = head(RequestDecoder.TEMPLATE_ID, RequestDecoder.BLOCK_LENGTH);
    /** As it was before it said which trader, key and session asked: history has such ones. */
    private static final int EARLY_REQUEST_LENGTH = RequestDecoder.traderEncodingOffset();

    private static final long EARLY_REQUEST = head(RequestDecoder.TEMPLATE_ID, EARLY_REQUEST_LENGTH);

    private final long[] heads = new long[TYPES];
    private final int[] lengths = new int[TYPES];

    CommandShapes() {
        know(ListAssetDecoder.TEMPLATE_ID, ListAssetDecoder.BLOCK_LENGTH);
        know(ListInstrumentDecoder.TEMPLATE_ID, ListInstrumentDecoder.BLOCK_LENGTH);
        know(OpenAccountDecoder.TEMPLATE_ID, OpenAccountDecoder.BLOCK_LENGTH);
        know(DepositDecoder.TEMPLATE_ID, DepositDecoder.BLOCK_LENGTH);
        know(BeginDepositDecoder.TEMPLATE_ID, BeginDepositDecoder.BLOCK_LENGTH);
        know(CompleteDepositDecoder.TEMPLATE_ID, CompleteDepositDecoder.BLOCK_LENGTH);
        know(CancelDepositDecoder.TEMPLATE_ID, CancelDepositDecoder.BLOCK_LENGTH);
        know(BeginWithdrawalDecoder.TEMPLATE_ID, BeginWithdrawalDecoder.BLOCK_LENGTH);
        know(CompleteWithdrawalDecoder.TEMPLATE_ID, CompleteWithdrawalDecoder.BLOCK_LENGTH);
        know(CancelWithdrawalDecoder.TEMPLATE_ID, CancelWithdrawalDecoder.BLOCK_LENGTH);
        know(NewOrderDecoder.TEMPLATE_ID, NewOrderDecoder.BLOCK_LENGTH);
        know(NewSpecialOrderDecoder.TEMPLATE_ID, NewSpecialOrderDecoder.BLOCK_LENGTH);
        know(CancelOrderDecoder.TEMPLATE_ID, CancelOrderDecoder.BLOCK_LENGTH);
        know(CancelAllOrdersDecoder.TEMPLATE_ID, CancelAllOrdersDecoder.BLOCK_LENGTH);
        know(AmendOrderDecoder.TEMPLATE_ID, AmendOrderDecoder.BLOCK_LENGTH);
        know(AssignLeadMarketMakerDecoder.TEMPLATE_ID, AssignLeadMarketMakerDecoder.BLOCK_LENGTH);
        know(AmendDisplayDecoder.TEMPLATE_ID, AmendDisplayDecoder.BLOCK_LENGTH);
        know(ChangePhaseDecoder.TEMPLATE_ID, ChangePhaseDecoder.BLOCK_LENGTH);
        know(StartCallDecoder.TEMPLATE_ID, StartCallDecoder.BLOCK_LENGTH);
        know(RevealSeedDecoder.TEMPLATE_ID, RevealSeedDecoder.BLOCK_LENGTH);
        know(ChangeInstrumentDecoder.TEMPLATE_ID, ChangeInstrumentDecoder.BLOCK_LENGTH);
        know(ReplaceOrderDecoder.TEMPLATE_ID, ReplaceOrderDecoder.BLOCK_LENGTH);
        knowQuotes();
        knowMoney();
        knowSettlement();
        know(NewOrderListDecoder.TEMPLATE_ID, NewOrderListDecoder.BLOCK_LENGTH);
        know(TestOrderDecoder.TEMPLATE_ID, TestOrderDecoder.BLOCK_LENGTH);
        know(OrderBatchDecoder.TEMPLATE_ID, OrderBatchDecoder.BLOCK_LENGTH);
        know(ChangeAccountLimitDecoder.TEMPLATE_ID, ChangeAccountLimitDecoder.BLOCK_LENGTH);
        know(SuspendDecoder.TEMPLATE_ID, SuspendDecoder.BLOCK_LENGTH);
        know(ResumeDecoder.TEMPLATE_ID, ResumeDecoder.BLOCK_LENGTH);
        know(KillDecoder.TEMPLATE_ID, KillDecoder.BLOCK_LENGTH);
        know(CancelOrdersDecoder.TEMPLATE_ID, CancelOrdersDecoder.BLOCK_LENGTH);
        know(DisconnectedDecoder.TEMPLATE_ID, DisconnectedDecoder.BLOCK_LENGTH);
        know(ReconnectedDecoder.TEMPLATE_ID, ReconnectedDecoder.BLOCK_LENGTH);
        know(CancelAfterDecoder.TEMPLATE_ID, CancelAfterDecoder.BLOCK_LENGTH);
        know(ProposeChangeDecoder.TEMPLATE_ID, ProposeChangeDecoder.BLOCK_LENGTH);
        know(ApproveChangeDecoder.TEMPLATE_ID, ApproveChangeDecoder.BLOCK_LENGTH);
        know(WithdrawChangeDecoder.TEMPLATE_ID, WithdrawChangeDecoder.BLOCK_LENGTH);
        know(ScheduleChangeDecoder.TEMPLATE_ID, ScheduleChangeDecoder.BLOCK_LENGTH);
        know(WithdrawScheduledChangeDecoder.TEMPLATE_ID, WithdrawScheduledChangeDecoder.BLOCK_LENGTH);
        know(ChangeListingDecoder.TEMPLATE_ID, ChangeListingDecoder.BLOCK_LENGTH);
        know(SetMarkPriceDecoder.TEMPLATE_ID, SetMarkPriceDecoder.BLOCK_LENGTH);
        know(SetSourcedMarkDecoder.TEMPLATE_ID, SetSourcedMarkDecoder.BLOCK_LENGTH);
        know(AmendTriggerDecoder.TEMPLATE_ID, AmendTriggerDecoder.BLOCK_LENGTH);
        know(TickDecoder.TEMPLATE_ID, TickDecoder.BLOCK_LENGTH);
        know(FenceRequestDecoder.TEMPLATE_ID, FenceRequestDecoder.BLOCK_LENGTH);
        know(RecordSignalDecoder.TEMPLATE_ID, RecordSignalDecoder.BLOCK_LENGTH);
    }

    private void knowMoney() {
        know(ListContractDecoder.TEMPLATE_ID, ListContractDecoder.BLOCK_LENGTH);
        know(MoveMarginDecoder.TEMPLATE_ID, MoveMarginDecoder.BLOCK_LENGTH);
        know(SetLeverageDecoder.TEMPLATE_ID, SetLeverageDecoder.BLOCK_LENGTH);
        know(SetMarginModeDecoder.TEMPLATE_ID, SetMarginModeDecoder.BLOCK_LENGTH);
        know(AssignPositionMarginDecoder.TEMPLATE_ID, AssignPositionMarginDecoder.BLOCK_LENGTH);
        know(SetMarginTiersDecoder.TEMPLATE_ID, SetMarginTiersDecoder.BLOCK_LENGTH);
        know(FundPositionsDecoder.TEMPLATE_ID, FundPositionsDecoder.BLOCK_LENGTH);
        know(FundInsuranceDecoder.TEMPLATE_ID, FundInsuranceDecoder.BLOCK_LENGTH);
        know(SettleContractDecoder.TEMPLATE_ID, SettleContractDecoder.BLOCK_LENGTH);
        know(SetFeeScheduleDecoder.TEMPLATE_ID, SetFeeScheduleDecoder.BLOCK_LENGTH);
        know(AssignFeeScheduleDecoder.TEMPLATE_ID, AssignFeeScheduleDecoder.BLOCK_LENGTH);
        know(SetRiskRuleDecoder.TEMPLATE_ID, SetRiskRuleDecoder.BLOCK_LENGTH);
        know(RemoveRiskRuleDecoder.TEMPLATE_ID, RemoveRiskRuleDecoder.BLOCK_LENGTH);
        know(TestRiskRuleDecoder.TEMPLATE_ID, TestRiskRuleDecoder.BLOCK_LENGTH);
        know(SetAccountStateDecoder.TEMPLATE_ID, SetAccountStateDecoder.BLOCK_LENGTH);
        know(SetCreditLimitDecoder.TEMPLATE_ID, SetCreditLimitDecoder.BLOCK_LENGTH);
        know(StressMarginDecoder.TEMPLATE_ID, StressMarginDecoder.BLOCK_LENGTH);
    }

    private void knowSettlement() {
        know(SetHolidayDecoder.TEMPLATE_ID, SetHolidayDecoder.BLOCK_LENGTH);
        know(DefineCalendarDecoder.TEMPLATE_ID, DefineCalendarDecoder.BLOCK_LENGTH);
        know(SetCalendarHolidayDecoder.TEMPLATE_ID, SetCalendarHolidayDecoder.BLOCK_LENGTH);
        know(AssignCalendarDecoder.TEMPLATE_ID, AssignCalendarDecoder.BLOCK_LENGTH);
        know(SetSettlementTermsDecoder.TEMPLATE_ID, SetSettlementTermsDecoder.BLOCK_LENGTH);
        know(RunSettlementDecoder.TEMPLATE_ID, RunSettlementDecoder.BLOCK_LENGTH);
        know(BuyInDecoder.TEMPLATE_ID, BuyInDecoder.BLOCK_LENGTH);
        know(SetAccountRoleDecoder.TEMPLATE_ID, SetAccountRoleDecoder.BLOCK_LENGTH);
        know(GiveUpDecoder.TEMPLATE_ID, GiveUpDecoder.BLOCK_LENGTH);
        know(AnswerGiveUpDecoder.TEMPLATE_ID, AnswerGiveUpDecoder.BLOCK_LENGTH);
        know(BustTradeDecoder.TEMPLATE_ID, BustTradeDecoder.BLOCK_LENGTH);
        know(CorrectTradeDecoder.TEMPLATE_ID, CorrectTradeDecoder.BLOCK_LENGTH);
    }

    private void knowQuotes() {
        know(MassQuoteDecoder.TEMPLATE_ID, MassQuoteDecoder.BLOCK_LENGTH);
        know(SetQuoteProtectionDecoder.TEMPLATE_ID, SetQuoteProtectionDecoder.BLOCK_LENGTH);
        know(ProtectQuotesDecoder.TEMPLATE_ID, ProtectQuotesDecoder.BLOCK_LENGTH);
        know(AssignQuoteGroupDecoder.TEMPLATE_ID, AssignQuoteGroupDecoder.BLOCK_LENGTH);
        know(ResetQuotesDecoder.TEMPLATE_ID, ResetQuotesDecoder.BLOCK_LENGTH);
    }

    /** The command's type, or 0 for one that is not known, or is not what the frame says it is. */
    int typeOf(Frame frame) {
        int type = frame.commandType();
        if (type >= TYPES) return 0;
        int at = frame.commandOffset();
        int end = frame.eventsOffset();
        boolean isWhole = heads[type] != 0
                && at + PART_HEADER_LENGTH + lengths[type] <= end
                && head(frame.buffer(), at) == heads[type];
        return isWhole ? type : 0;
    }

    /** Whether there is no Request part, or one of the known shape. */
    boolean isRequestSound(Frame frame) {
        if (!frame.hasRequest()) return true;
        int at = frame.requestOffset();
        long head = head(frame.buffer(), at);
        int length = head == EARLY_REQUEST ? EARLY_REQUEST_LENGTH : RequestDecoder.BLOCK_LENGTH;
        boolean isKnown = head == REQUEST || head == EARLY_REQUEST;
        return isKnown && at + PART_HEADER_LENGTH + length <= frame.commandOffset();
    }

    private void know(int type, int blockLength) {
        heads[type] = head(type, blockLength);
        lengths[type] = blockLength;
    }

    /**
     * Read as the four halves that a door wrote, never as one long: a processor hands a store to a load of the same size,
     * and makes a larger load wait until all stores before it have reached the cache.
     */
    private static long head(DirectBuffer buffer, int at) {
        return buffer.getShort(at) & 0xFFFFL
                | (buffer.getShort(at + 2) & 0xFFFFL) << 16
                | (buffer.getShort(at + 4) & 0xFFFFL) << 32
                | (long) buffer.getShort(at + 6) << 48;
    }

    private static long head(int type, int blockLength) {
        return blockLength
                | (long) type << 16
                | (long) MessageHeaderDecoder.SCHEMA_ID << 32
                | (long) MessageHeaderDecoder.SCHEMA_VERSION << 48;
    }
}
