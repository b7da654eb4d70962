package io.rialto.engine.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one command is expected to cause: a line an event, every field with its name and in the schema's order. The names
 * are written out here, so that a field that the schema gains or moves is a difference and not a silence.
 */
public final class EventLines {
    private static final String TRANSFER = "transfer account asset amountMinor";
    private static final String END =
            "order priceTicks openLots releasedMinor account instrument reason side wasResting";
    private static final Map<String, String[]> NAMES = Map.ofEntries(
            names("CommandRejected", "reason originalSequence"),
            names("AssetListed", "asset code scale"),
            names("InstrumentListed", "instrument symbol"),
            names("AccountOpened", "account firm tradeGroup selfTradePrevention"),
            names("FundsDeposited", TRANSFER),
            names("DepositBegun", TRANSFER),
            names("DepositCompleted", TRANSFER),
            names("DepositCancelled", TRANSFER),
            names("WithdrawalBegun", TRANSFER),
            names("WithdrawalCompleted", TRANSFER),
            names("WithdrawalCancelled", TRANSFER),
            names(
                    "OrderAccepted",
                    "order priceTicks quantityLots holdMinor account instrument side orderType timeInForce postOnly"
                            + " selfTradePrevention"),
            names(
                    "SpecialTermsAccepted",
                    "order triggerTicks activationTicks trailingTicks displayLots displayRangeLots minQuantityLots"
                            + " pegOffsetTicks expireTimeNanos trailingBps triggerSource pegReference hidden allOrNone"
                            + " reduceOnly exempt"),
            names("OrderParked", "order account instrument parking side"),
            names("InstrumentChanged", "instrument oldValue newValue parameter"),
            names("PhaseChanged", "instrument plannedNanos oldPhase newPhase"),
            names(
                    "CallStarted",
                    "instrument earliestNanos windowNanos seedHash1 seedHash2 seedHash3 seedHash4 kind next"),
            names("AuctionIndicated", "instrument priceTicks volumeLots imbalanceLots imbalanceSide"),
            names(
                    "AuctionUncrossed",
                    "instrument priceTicks volumeLots imbalanceLots referenceTicks imbalanceSide kind"),
            names("OwnTradeFlagged", "trade makerOrder takerOrder instrument makerAccount takerAccount"),
            names("CallExtended", "instrument priceTicks untilNanos"),
            names("SeedRevealed", "instrument seedHigh seedLow endNanos"),
            names("VolatilityInterrupted", "instrument order priceTicks lowTicks highTicks cause"),
            names("OrderDisplayed", "order publicOrder priceTicks displayedLots openLots account instrument side"),
            names("LeadMarketMakerAssigned", "instrument account oldShareBps shareBps"),
            names(
                    "OrderRepriced",
                    "order oldPriceTicks newPriceTicks openLots holdChangeMinor account instrument side"),
            names("OrderHidden", "order priceTicks openLots account instrument side"),
            names("DisplayAmended", "order oldDisplayLots newDisplayLots account instrument version side priorityKept"),
            names("OrderRested", "order priceTicks openLots account instrument side"),
            names(
                    "TradeExecuted",
                    "trade makerOrder takerOrder priceTicks quantityLots notionalMinor baseMinor makerFeeMinor"
                            + " takerFeeMinor makerReleasedMinor takerReleasedMinor makerOpenLots takerOpenLots"
                            + " makerAccount takerAccount instrument takerSide feePolicy"),
            names("FeeCapped", "trade order dueMinor chargedMinor"),
            names(
                    "MatchPrevented",
                    "makerOrder takerOrder priceTicks quantityLots makerReleasedMinor takerReleasedMinor"
                            + " makerOpenLots takerOpenLots instrument makerAccount takerAccount mode takerSide"),
            names("OrderCancelled", END),
            names("OrderExpired", END),
            names(
                    "OrderAmended",
                    "order oldPriceTicks newPriceTicks oldOpenLots newOpenLots newQuantityLots holdChangeMinor account"
                            + " instrument version side priorityKept"),
            names("MassCancelled", "account cancelled remaining"),
            names("MarkPriceSet", "instrument oldPriceTicks priceTicks"),
            names("MarkSourceTold", "instrument source"),
            names(
                    "OrderTriggered",
                    "order triggerTicks electedByTicks priceTicks openLots holdChangeMinor account instrument side"
                            + " triggerSource"),
            names("CascadeStopped", "instrument elections waiting firstTicks lastTicks"),
            names("TriggerMoved", "order oldTriggerTicks newTriggerTicks account instrument side"),
            names(
                    "OrderClipped",
                    "order oldOpenLots newOpenLots newQuantityLots releasedMinor positionLots account instrument side"),
            names(
                    "OrderListAccepted",
                    "list firstOrder secondOrder thirdOrder account instrument kind childPolicy childOnPartialCancel"),
            names("OrderListEnded", "list account reason"),
            names("LegActivated", "list order priceTicks openLots quantityLots holdMinor account instrument leg side"),
            names("LegRefused", "list order account instrument reason leg"),
            names("MassQuoted", "account accepted refused"),
            names("QuotesPulled", "account instrument lots valueMinor fills"),
            names("QuoteProtectionSet", "account instrument windowNanos maxLots maxFills maxValueMinor"),
            names(
                    "QuotesProtected",
                    "account instrument group windowNanos maxLots maxFills maxValueMinor maxDeltaLots valueAsset"),
            names("QuoteGroupAssigned", "account instrument oldGroup group oldDeltaWeightBps deltaWeightBps"),
            names("QuoteGroupPulled", "account group instrument lots valueMinor fills weightedDelta"),
            names("QuotesReset", "account"),
            names("OrderTested", "priceTicks holdMinor feeMinor filledLots notionalMinor account reason"),
            names("FillTested", "priceTicks quantityLots notionalMinor feeMinor"),
            names("OperationBegun", "operation"),
            names("OperationRefused", "operation reason"),
            names("AccountLimitChanged", "account instrument oldValue newValue accountLimit"),
            names("Suspended", "target scope"),
            names("Resumed", "target scope"),
            names("Killed", "target scope"),
            names("Unblocked", "target scope"),
            names("ConnectionLost", "dueNanos account session"),
            names("ConnectionRestored", "account session"),
            names("CancelAfterSet", "dueNanos account instrument"),
            names("CancelAfterFired", "account instrument"),
            names("ChangeProposed", "proposal value expiresNanos target instrument actor subject code"),
            names("ChangeApproved", "proposal actor"),
            names("ChangeWithdrawn", "proposal actor"),
            names("ChangeExpired", "proposal"),
            names(
                    "OrderRestated",
                    "order oldPriceTicks newPriceTicks oldOpenLots newOpenLots newQuantityLots holdChangeMinor account"
                            + " instrument side"),
            names("ChangeScheduled", "change value atNanos instrument parameter atPhase"),
            names("ScheduledChangeEnded", "change reason"),
            names("FeeScheduleSet", "schedule version asset"),
            names("FeeScheduleAssigned", "oldSchedule newSchedule asset target scope"),
            names("FeeTierChanged", "volumeMinor account schedule version oldTier newTier"),
            names(
                    "FeesTested",
                    "volumeMinor feePerLotMinor makerRate takerRate account instrument schedule version tier"),
            names("ListingChanged", "instrument oldStep newStep"),
            names("MarginMoved", "amountMinor account asset"),
            names("PositionChanged", "trade positionLots costMinor realisedMinor account instrument"),
            names("LeverageSet", "account instrument oldLeverage newLeverage"),
            names("MarginTiersSet", "instrument tiers"),
            names("MarginModeSet", "account instrument oldMode newMode"),
            names("PositionMarginMoved", "amountMinor marginMinor account instrument"),
            names("PositionMarginCalled", "equityMinor maintenanceMinor account instrument oldPercent newPercent"),
            names("PositionLiquidationBegun", "account instrument"),
            names("PositionLiquidationEnded", "equityMinor coveredMinor account instrument"),
            names("SignalRecorded", "observedNanos instrument score signalType source words"),
            names("RiskRuleSet", "rule version"),
            names("RiskRuleRemoved", "rule version"),
            names("RiskRuleTested", "measured ruleLimit account instrument asked beyond reason"),
            names("RiskBreached", "measured ruleLimit rule version account instrument count ruleType action severity"),
            names(
                    "MarginStressed",
                    "equityMinor requiredMinor maintenanceMinor account asset instrument shockBps callPercent"),
            names("AccountStateChanged", "account oldState newState rule"),
            names("CreditLimitSet", "orderLimitMinor openLimitMinor dayLimitMinor target trader asset scope"),
            names("ContractExpired", "expiryNanos instrument"),
            names("PositionSettled", "priceTicks closedLots realisedMinor account instrument"),
            names("ContractSettled", "priceTicks closedLots instrument"),
            names("MarginCalled", "equityMinor maintenanceMinor account asset oldPercent newPercent"),
            names("LiquidationBegun", "account asset"),
            names("LiquidationEnded", "equityMinor coveredMinor account asset"),
            names("ClosingOrderMade", "order account instrument cause"),
            names(
                    "PositionTransferred",
                    "priceTicks changeLots positionLots costMinor realisedMinor account counterparty instrument cause"),
            names("InsuranceFunded", "amountMinor balanceMinor asset"),
            names("HolidaySet", "day isHoliday"),
            names("CalendarDefined", "calendar weekend"),
            names("CalendarHolidaySet", "day calendar isHoliday"),
            names("CalendarAssigned", "instrument calendar"),
            names("SettlementTermsSet", "cutOffNanos instrument days owedIsFree buyInCycles"),
            names(
                    "TradeNovated",
                    "trade buyerOwesMinor buyerReceivesMinor sellerOwesMinor sellerReceivesMinor heldMinor settlementDay"
                            + " buyer seller instrument"),
            names(
                    "ObligationsNetted",
                    "grossBaseMinor netBaseMinor grossQuoteMinor netQuoteMinor day instrument members"),
            names(
                    "SettlementReserved",
                    "baseMinor quoteMinor baseHeldMinor quoteHeldMinor baseHoldChangeMinor quoteHoldChangeMinor day"
                            + " instrument account"),
            names(
                    "ObligationSettled",
                    "baseMinor quoteMinor openBaseMinor openQuoteMinor day instrument account cycles outcome"),
            names("DaySettled", "day settled failed"),
            names("BoughtIn", "priceTicks quantityLots baseMinor quoteMinor heldMinor instrument account supplier"),
            names(
                    "TradeBusted",
                    "trade priceTicks quantityLots buyerOwesMinor buyerReceivesMinor sellerOwesMinor sellerReceivesMinor"
                            + " heldMinor notionalMinor settlementDay buyer seller instrument madeOnDay"
                            + " countedVolume"),
            names(
                    "TradeCorrected",
                    "trade original priceTicks quantityLots buyerOwesMinor buyerReceivesMinor sellerOwesMinor"
                            + " sellerReceivesMinor heldMinor notionalMinor settlementDay buyer seller instrument"
                            + " madeOnDay countedVolume"),
            names(
                    "TradeReversed",
                    "trade original priceTicks quantityLots baseMinor quoteMinor buyer seller instrument"),
            names(
                    "ContractTradeBusted",
                    "trade priceTicks quantityLots notionalMinor buyerFeeMinor sellerFeeMinor buyer seller instrument"
                            + " volumeDay"),
            names(
                    "ContractTradeCorrected",
                    "trade original priceTicks quantityLots notionalMinor buyerFeeMinor sellerFeeMinor buyer seller"
                            + " instrument volumeDay"),
            names("AccountRoleSet", "account oldRole newRole oldCapacity newCapacity"),
            names("GiveUpRequested", "giveUp trade priceTicks quantityLots account taker instrument side"),
            names(
                    "GiveUpAccepted",
                    "giveUp trade priceTicks quantityLots notionalMinor baseMinor giverHoldMinor takerHoldMinor"
                            + " giverFeeMinor takerFeeBackMinor account taker answeredBy instrument settlementDay side"),
            names(
                    "ContractGiveUpAccepted",
                    "giveUp trade priceTicks quantityLots notionalMinor account taker answeredBy instrument side"),
            names("GiveUpEnded", "giveUp trade quantityLots account taker answeredBy instrument ending"),
            names(
                    "GiveUpReversed",
                    "trade priceTicks quantityLots notionalMinor baseMinor giverHoldMinor takerHoldMinor"
                            + " takerFeeBackMinor account taker instrument settlementDay side"),
            names("FundingPaid", "amountMinor positionLots account instrument"),
            names("PositionsFunded", "plannedNanos markTicks paidMinor receivedMinor instrument fundingRate"),
            names("RequestFenced", "account keyHigh keyLow"));

    private final List<String> lines = new ArrayList<>();

    private static Map.Entry<String, String[]> names(String event, String names) {
        return Map.entry(event, names.split(" "));
    }

    /** One value a field; lists of values are taken apart. */
    void add(String event, Object... values) {
        List<Object> flat = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof List<?> several) flat.addAll(several);
            else flat.add(value);
        }
        String[] names = NAMES.get(event);
        if (names.length != flat.size()) throw new IllegalArgumentException("one value a field: event=" + event);
        StringBuilder line = new StringBuilder(256).append(event).append(": ");
        for (int i = 0; i < names.length; i++) {
            line.append(names[i]).append('=').append(flat.get(i)).append(i + 1 < names.length ? "|" : "");
        }
        lines.add(line.toString());
    }

    int size() {
        return lines.size();
    }

    List<String> lines() {
        return lines;
    }

    /** Every event that the schema knows. */
    public static Iterable<String> events() {
        return NAMES.keySet();
    }
}
